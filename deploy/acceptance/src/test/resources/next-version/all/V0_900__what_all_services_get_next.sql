-- Comes before the last version that this one knows.
ALTER TABLE audit_entry ADD COLUMN next_version text;
