CREATE TABLE attendance (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  meeting_id    uuid NOT NULL REFERENCES meeting (id),
  delegation_id uuid NOT NULL UNIQUE REFERENCES delegation (id),
  party         text NOT NULL REFERENCES party (code),
  presence      text NOT NULL CHECK (presence IN ('PRESENT', 'REMOTE', 'ABSENT')),
  arrived_at    timestamptz,
  left_at       timestamptz CHECK (left_at > arrived_at),
  -- Null: as visible as the meeting.
  visibility    text CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to    varchar[] CHECK ((visible_to IS NULL) = (visibility IS NULL))
);
-- The attendances of a meeting.
CREATE INDEX attendance_by_meeting ON attendance (meeting_id, id);

INSERT INTO attendance (id, version, created_at, updated_at, meeting_id, delegation_id, party, presence, arrived_at, left_at)
SELECT gen_random_uuid(), 1, updated_at, updated_at, meeting_id, id, party, attendance, arrived_at, left_at
FROM delegation WHERE attendance IS NOT NULL;

ALTER TABLE delegation
  DROP attendance, DROP arrived_at, DROP left_at,
  ADD replacements jsonb NOT NULL DEFAULT '[]',
  ADD head_name text GENERATED ALWAYS AS (head ->> 'name') STORED;
ALTER TABLE delegation ALTER replacements DROP DEFAULT;
-- Where else somebody heads a delegation.
CREATE INDEX delegation_by_head ON delegation (party, lower(head_name));

ALTER TABLE meeting ADD required_parties varchar[] NOT NULL DEFAULT '{}';
ALTER TABLE meeting ALTER required_parties DROP DEFAULT;
-- The meetings ahead or in progress with which another one may clash.
CREATE INDEX meeting_ahead ON meeting (planned_start, planned_end) WHERE status IN ('CONVENED', 'IN_PROGRESS');
