-- Who is told of events over HTTP. The secrets are encrypted with a key that is not in the database.
CREATE TABLE webhook (
  id                        uuid PRIMARY KEY,
  version                   bigint NOT NULL,
  created_at                timestamptz NOT NULL,
  updated_at                timestamptz NOT NULL,
  party                     varchar(20) NOT NULL,
  url                       varchar(2000) NOT NULL CHECK (url LIKE 'http%'),
  description               varchar(500),
  types                     varchar(255)[] NOT NULL CHECK (cardinality(types) <= 20),
  parties                   varchar(20)[] NOT NULL CHECK (cardinality(parties) <= 20),
  subjects                  varchar(800)[] NOT NULL CHECK (cardinality(subjects) <= 20),
  status                    text NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'PAUSED', 'DISABLED', 'CLOSED')),
  status_reason             varchar(500),
  -- The endpoint is being asked whether it wants this webhook.
  verifying                 boolean NOT NULL,
  verified_at               timestamptz,
  secret                    bytea NOT NULL,
  -- Signs as well until then, so that a receiver can change over.
  previous_secret           bytea,
  previous_secret_signs_until timestamptz,
  CHECK ((previous_secret IS NULL) = (previous_secret_signs_until IS NULL)),
  CHECK (status NOT IN ('ACTIVE', 'PAUSED') OR verified_at IS NOT NULL),
  CHECK (NOT verifying OR status IN ('PENDING', 'DISABLED'))
);

-- GET /v1/webhooks of a party, and how many it has; the status narrows a handful of rows.
CREATE INDEX webhook_by_party ON webhook (party, id);
-- Handshakes to be made.
CREATE INDEX webhook_verifying ON webhook (id) WHERE verifying;

-- How an endpoint does. No part of the webhook itself, as it changes with each delivery.
CREATE TABLE webhook_endpoint (
  webhook_id      uuid PRIMARY KEY REFERENCES webhook,
  -- The first failure since the last success.
  failing_since   timestamptz,
  -- It asked to be left alone until then.
  held_until      timestamptz,
  handshake_tries integer NOT NULL DEFAULT 0,
  handshake_at    timestamptz NOT NULL DEFAULT '-infinity'
);

-- How far the event log has been turned into deliveries. Whoever moves the cursor writes the deliveries in the same commit, and
-- moves it only from where it has read: so a lease that is lost costs work and no event.
CREATE TABLE webhook_feed (
  only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  cursor       text,
  owner        text NOT NULL DEFAULT '',
  leased_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO webhook_feed DEFAULT VALUES;

-- What is sent: once for each event, or twice if some may know less of it than others.
CREATE TABLE webhook_message (
  id         uuid PRIMARY KEY,
  event_id   text NOT NULL,
  event_type text NOT NULL,
  subject    text NOT NULL,
  body       bytea NOT NULL,
  stored_at  timestamptz NOT NULL
);
-- The clean-up asks for the oldest.
CREATE INDEX webhook_message_age ON webhook_message (stored_at);
-- GET /v1/webhooks/{id}/deliveries?eventId=
CREATE INDEX webhook_message_event ON webhook_message (event_id);

CREATE TABLE webhook_delivery (
  id           uuid PRIMARY KEY,
  webhook_id   uuid NOT NULL REFERENCES webhook,
  message_id   uuid NOT NULL REFERENCES webhook_message,
  cause        text NOT NULL CHECK (cause IN ('EVENT', 'REPLAY', 'TEST')),
  status       text NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
  -- Tries of the schedule; a redelivery begins it anew, and the attempts below stay.
  tries        integer NOT NULL DEFAULT 0,
  -- When it is tried next; while it is being tried, when another instance may take it for lost.
  due_at       timestamptz,
  created_at   timestamptz NOT NULL,
  finished_at  timestamptz,
  CHECK ((status = 'PENDING') = (due_at IS NOT NULL)),
  CHECK ((status = 'PENDING') = (finished_at IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);

-- What is due at an endpoint, and how much in all.
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, due_at) WHERE status = 'PENDING';
-- GET /v1/webhooks/{id}/deliveries, the last first, and the same by status.
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_by_status ON webhook_delivery (webhook_id, status, id);
-- The clean-up: the oldest, and whether anything still needs a message.
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);
CREATE INDEX webhook_delivery_message ON webhook_delivery (message_id);

CREATE TABLE webhook_attempt (
  delivery_id uuid NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
  number      integer NOT NULL CHECK (number > 0),
  at          timestamptz NOT NULL,
  millis      integer NOT NULL CHECK (millis >= 0),
  outcome     text NOT NULL,
  status_code smallint,
  excerpt     varchar(300),
  PRIMARY KEY (delivery_id, number)
);

-- Events that a party wants again, a bounded part at a time.
CREATE TABLE webhook_replay (
  id         uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhook,
  cursor     text NOT NULL,
  -- Deliveries that it may still bring about.
  remaining  integer NOT NULL CHECK (remaining >= 0),
  begun_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  -- How it ended.
  outcome    text,
  replayed   integer NOT NULL DEFAULT 0,
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
-- One at a time for each webhook; also those under way.
CREATE UNIQUE INDEX webhook_replay_under_way ON webhook_replay (webhook_id) WHERE ended_at IS NULL;
-- GET /v1/webhooks/{id}/replays, the last first.
CREATE INDEX webhook_replay_log ON webhook_replay (webhook_id, id);
