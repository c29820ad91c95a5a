ALTER TABLE initiative ADD COLUMN next_version text;
