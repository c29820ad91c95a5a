CREATE TABLE party (
  id           uuid PRIMARY KEY,
  version      bigint NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  code         text NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('STATE', 'ORGANISATION')),
  member_since date
);
-- The list by kind, in the order of registration.
CREATE INDEX party_by_kind ON party (kind, id);

CREATE TABLE meeting (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  title            text NOT NULL,
  level            text NOT NULL CHECK (level IN ('LEADERS', 'MINISTERIAL', 'SENIOR_OFFICIALS', 'EXPERT')),
  format           text NOT NULL CHECK (format IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
  host             text NOT NULL REFERENCES party (code),
  chair_party      text NOT NULL REFERENCES party (code),
  chair_name       text,
  location_country text,
  location_city    text,
  location_venue   text,
  time_zone        text NOT NULL,
  planned_start    timestamptz NOT NULL,
  planned_end      timestamptz NOT NULL CHECK (planned_end > planned_start),
  previous_start   timestamptz,
  actual_start     timestamptz,
  actual_end       timestamptz,
  convened_at      timestamptz,
  summary          text,
  visibility       text NOT NULL CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to       varchar[] NOT NULL,
  status           text NOT NULL CHECK (status IN ('DRAFT', 'CONVENED', 'IN_PROGRESS', 'CLOSED', 'MINUTES_APPROVED', 'POSTPONED', 'CANCELLED')),
  status_reason    text,
  CHECK (status <> 'CONVENED' OR convened_at IS NOT NULL)
);
-- The list by status, level or host, each in the order of creation.
CREATE INDEX meeting_by_status ON meeting (status, id);
CREATE INDEX meeting_by_level ON meeting (level, id);
CREATE INDEX meeting_by_host ON meeting (host, id);
-- The list by time.
CREATE INDEX meeting_by_planned_start ON meeting (planned_start, id);
