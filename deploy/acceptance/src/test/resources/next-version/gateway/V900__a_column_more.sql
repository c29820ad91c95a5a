ALTER TABLE webhook ADD COLUMN next_version text;
