-- What a request with an Idempotency-Key was answered, written in the commit of its change. The row is there from the
-- beginning of the request, so that the same key waits for the first; without an answer it is never committed.
CREATE TABLE idempotent_answer (
  caller      text NOT NULL,
  key         text NOT NULL,
  -- SHA-256 of method, target, precondition and body.
  request     bytea NOT NULL,
  status      smallint,
  body        text,
  tag         text,
  path        text,
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (caller, key)
);

-- The clean-up asks for the oldest.
CREATE INDEX idempotent_answer_age ON idempotent_answer (answered_at);
