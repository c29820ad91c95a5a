SET statement_timeout = 0;
SET lock_timeout = '60s';
CREATE INDEX CONCURRENTLY next_meetings ON meeting (next_version);
RESET statement_timeout;
RESET lock_timeout;
