CREATE TABLE series (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  title           text NOT NULL,
  level           text NOT NULL CHECK (level IN ('LEADERS', 'MINISTERIAL', 'SENIOR_OFFICIALS', 'EXPERT')),
  format          text NOT NULL CHECK (format IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
  host            text NOT NULL REFERENCES party (code),
  chair_party     text NOT NULL REFERENCES party (code),
  chair_name      text,
  counterpart     text REFERENCES party (code),
  mandate         text,
  -- Kept as it was agreed (P3M); must be one that PostgreSQL can reckon with.
  agreed_interval text CHECK (agreed_interval::interval > interval '0'),
  time_zone       text NOT NULL,
  first_start     timestamptz NOT NULL,
  agenda          jsonb NOT NULL,
  phases          jsonb NOT NULL CHECK (jsonb_array_length(phases) > 0),
  exclusions      jsonb NOT NULL,
  backlog         jsonb NOT NULL,
  visibility      text NOT NULL CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to      varchar[] NOT NULL
);
-- The list by host or counterpart, each in the order of creation.
CREATE INDEX series_by_host ON series (host, id);
CREATE INDEX series_by_counterpart ON series (counterpart, id);

ALTER TABLE meeting
  ADD COLUMN series_id  uuid REFERENCES series (id),
  ADD COLUMN occurrence text CHECK (occurrence ~ '^\d{8}T\d{6}$'),
  ADD CHECK ((series_id IS NULL) = (occurrence IS NULL)),
  -- One meeting per occurrence, whoever plans at the same time; serves what is planned and held of a series, and its last one held.
  ADD CONSTRAINT meeting_of_occurrence UNIQUE (series_id, occurrence);
-- The list of a series' meetings, in the order of creation.
CREATE INDEX meeting_by_series ON meeting (series_id, id) WHERE series_id IS NOT NULL;
-- The calendar of a party: the meetings to which it has a delegation.
CREATE INDEX delegation_by_party ON delegation (party, meeting_id);
