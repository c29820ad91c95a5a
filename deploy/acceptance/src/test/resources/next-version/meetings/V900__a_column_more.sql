-- As a next version would: only adds, so that this one goes on reading and writing beside it; and one table at a time.
ALTER TABLE meeting ADD COLUMN next_version text;
