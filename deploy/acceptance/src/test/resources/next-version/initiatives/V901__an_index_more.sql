SET statement_timeout = 0;
SET lock_timeout = '60s';
CREATE INDEX CONCURRENTLY next_entries ON ledger_entry (id, value_date);
RESET statement_timeout;
RESET lock_timeout;
