-- Behind a lock that is waited for, everybody waits: rather the migration fails, and is tried again with the next start, than a request.
SET LOCAL lock_timeout = '2s';
