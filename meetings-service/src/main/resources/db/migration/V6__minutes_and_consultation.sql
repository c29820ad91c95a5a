CREATE TABLE minutes (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  -- One record per meeting; serves the minutes of a meeting, and of the meetings of a period.
  meeting_id    uuid NOT NULL UNIQUE REFERENCES meeting (id),
  sections      jsonb NOT NULL,
  text_version  integer NOT NULL CHECK (text_version >= 0),
  agreements    jsonb NOT NULL,
  status        text NOT NULL CHECK (status IN ('DRAFT', 'CIRCULATED', 'APPROVED')),
  circulated_at timestamptz,
  comment_until timestamptz CHECK (comment_until > circulated_at),
  approved_at   timestamptz,
  CHECK ((status = 'DRAFT') = (circulated_at IS NULL)),
  CHECK ((status = 'DRAFT') = (comment_until IS NULL)),
  CHECK ((status = 'DRAFT') = (text_version = 0)),
  CHECK ((status = 'APPROVED') = (approved_at IS NOT NULL))
);

CREATE TABLE minutes_correction (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  meeting_id    uuid NOT NULL REFERENCES meeting (id),
  minutes_id    uuid NOT NULL REFERENCES minutes (id),
  party         text NOT NULL REFERENCES party (code),
  text_version  integer NOT NULL CHECK (text_version > 0),
  section       integer NOT NULL CHECK (section > 0),
  text          text NOT NULL,
  reason        text NOT NULL,
  status        text NOT NULL CHECK (status IN ('OPEN', 'ACCEPTED', 'REJECTED')),
  status_reason text,
  decided_at    timestamptz,
  CHECK ((status = 'OPEN') = (decided_at IS NULL)),
  CHECK (status <> 'REJECTED' OR status_reason IS NOT NULL)
);
-- The corrections of minutes, and how many of them are open or of one party.
CREATE INDEX minutes_correction_by_minutes ON minutes_correction (minutes_id, id);
-- Those of a meeting, when it is withheld or disclosed.
CREATE INDEX minutes_correction_by_meeting ON minutes_correction (meeting_id);

CREATE TABLE minutes_version (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  meeting_id    uuid NOT NULL REFERENCES meeting (id),
  minutes_id    uuid NOT NULL REFERENCES minutes (id),
  number        integer NOT NULL CHECK (number > 0),
  sections      jsonb NOT NULL,
  party         text NOT NULL REFERENCES party (code),
  reason        text NOT NULL,
  correction_id uuid REFERENCES minutes_correction (id),
  -- Each text has one number; serves the reading of an earlier text.
  UNIQUE (minutes_id, number)
);
-- The texts of minutes, in the order in which they came about.
CREATE INDEX minutes_version_by_minutes ON minutes_version (minutes_id, id);
-- Those of a meeting, when it is withheld or disclosed.
CREATE INDEX minutes_version_by_meeting ON minutes_version (meeting_id);

CREATE TABLE consultation (
  id                    uuid PRIMARY KEY,
  version               bigint NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  title                 text NOT NULL,
  trigger_text          text NOT NULL,
  proposed_responses    jsonb NOT NULL,
  level                 text NOT NULL CHECK (level IN ('LEADERS', 'MINISTERIAL', 'SENIOR_OFFICIALS', 'EXPERT')),
  convened_by           text NOT NULL REFERENCES party (code),
  consulted_parties     varchar[] NOT NULL CHECK (cardinality(consulted_parties) > 0),
  acknowledgements      jsonb NOT NULL,
  first_acknowledged_at timestamptz,
  all_acknowledged_at   timestamptz,
  visibility            text NOT NULL CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to            varchar[] NOT NULL,
  status                text NOT NULL CHECK (status IN ('CALLED', 'IN_CONSULTATION', 'CONCLUDED', 'CANCELLED')),
  status_reason         text,
  ended_at              timestamptz,
  meeting_id            uuid REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  -- Deferred, as the consultation takes its lock, and so its change, before the decision is there.
  decision_id           uuid UNIQUE REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (convened_by <> ALL (consulted_parties::text[])),
  CHECK ((status IN ('CONCLUDED', 'CANCELLED')) = (ended_at IS NOT NULL)),
  CHECK ((meeting_id IS NULL) = (decision_id IS NULL)),
  CHECK (status <> 'CANCELLED' OR decision_id IS NULL)
);
-- The list by status, in the order of creation.
CREATE INDEX consultation_by_status ON consultation (status, id);
-- The report over a period.
CREATE INDEX consultation_by_created_at ON consultation (created_at, id);
