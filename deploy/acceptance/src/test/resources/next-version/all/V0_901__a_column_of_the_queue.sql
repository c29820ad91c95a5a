ALTER TABLE outbox_event ADD COLUMN next_version text;
