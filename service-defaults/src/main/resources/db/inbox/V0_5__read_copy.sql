-- What this service knows of another one's resources: the last version of each, as its events said.
CREATE TABLE read_copy (
  -- The path of the resource, such as /v1/decisions/0198…; serves the look-up of a reference.
  subject        text PRIMARY KEY,
  noun           text NOT NULL,
  -- The id of the root to whose stream it belongs.
  key            text NOT NULL,
  sequence       bigint NOT NULL,
  event_type     text NOT NULL,
  classification text NOT NULL,
  data           jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
  happened_at    timestamptz,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- All of a kind that belongs to one root.
CREATE INDEX read_copy_by_key ON read_copy (key, noun, subject);
