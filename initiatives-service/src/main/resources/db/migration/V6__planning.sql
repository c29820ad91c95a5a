-- The tree of initiatives. A weight is a child's share of its parent; it is set for all children of a parent at once.
ALTER TABLE initiative
  ADD COLUMN parent_id uuid REFERENCES initiative (id),
  ADD COLUMN weight numeric CHECK (weight >= 0 AND weight <= 1 AND scale(weight) <= 4),
  -- The origin whose loss has been announced.
  ADD COLUMN lost_mandate_announced uuid,
  ADD CHECK (parent_id <> id),
  ADD CHECK (weight IS NULL OR parent_id IS NOT NULL);
-- The children of an initiative, in the order of creation.
CREATE INDEX initiative_by_parent ON initiative (parent_id, id) WHERE parent_id IS NOT NULL;

-- They are set to exactly 1, and are less once a weighted child has left or was cancelled; never more.
CREATE FUNCTION weights_within_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(weight) FROM initiative WHERE parent_id = NEW.parent_id AND status <> 'CANCELLED') > 1 THEN
    RAISE EXCEPTION 'the weights of the children of % are more than 1', NEW.parent_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER weights_within_one AFTER INSERT OR UPDATE ON initiative DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.weight IS NOT NULL) EXECUTE FUNCTION weights_within_one();

CREATE TABLE initiative_dependency (
  initiative_id uuid NOT NULL REFERENCES initiative (id),
  depends_on    uuid NOT NULL REFERENCES initiative (id),
  PRIMARY KEY (initiative_id, depends_on),
  CHECK (initiative_id <> depends_on)
);
-- What depends on an initiative.
CREATE INDEX initiative_dependency_by_depends_on ON initiative_dependency (depends_on, initiative_id);

-- The decisions that can no longer carry anything, and those that replace others.
CREATE INDEX read_copy_ended_decision ON read_copy (subject)
  WHERE noun = 'decision' AND coalesce(data ->> 'status', '') NOT IN ('DRAFT', 'OPEN', 'UNDER_SILENCE', 'ADOPTED');
CREATE INDEX read_copy_superseding_decision ON read_copy ((data ->> 'supersedes')) WHERE noun = 'decision';

-- The same rules as those of Mandate and Circle, for the lists: which decisions are lost, since when, and who may know of them.
CREATE VIEW lost_mandate AS
WITH lost AS (
  SELECT subject, NULL::timestamptz AS since FROM read_copy
  WHERE noun = 'decision' AND coalesce(data ->> 'status', '') NOT IN ('DRAFT', 'OPEN', 'UNDER_SILENCE', 'ADOPTED')
  UNION ALL
  SELECT '/v1/decisions/' || (data ->> 'supersedes'),
         CASE WHEN data ->> 'status' = 'UNDER_SILENCE' THEN (data ->> 'expiresAt')::timestamptz END
  FROM read_copy
  WHERE noun = 'decision' AND data ->> 'supersedes' IS NOT NULL
    AND (data ->> 'status' = 'ADOPTED'
         OR (data ->> 'status' = 'UNDER_SILENCE' AND pg_input_is_valid(data ->> 'expiresAt', 'timestamptz')))
)
SELECT CASE WHEN pg_input_is_valid(substr(d.subject, 15), 'uuid') THEN substr(d.subject, 15)::uuid END AS decision,
       coalesce(lost.since, '-infinity') AS since,
       CASE WHEN NOT circle.convened OR circle.meeting_listed OR circle.item_listed THEN 'RESTRICTED'
            WHEN 'COALITION' IN (m.data ->> 'visibility', i.data ->> 'visibility') THEN 'COALITION'
            ELSE 'PUBLIC' END AS visibility,
       ARRAY(
         SELECT runner.code::varchar FROM unnest(ARRAY[m.data ->> 'host', m.data #>> '{chair,party}']) AS runner (code)
         WHERE runner.code IS NOT NULL
         UNION
         SELECT party.code::varchar
         FROM jsonb_array_elements_text(
           CASE WHEN circle.item_listed THEN item.listed WHEN circle.meeting_listed THEN meeting.listed ELSE '[]' END) AS party (code)
         WHERE circle.convened AND (NOT circle.meeting_listed OR jsonb_exists(meeting.listed, party.code))
       ) AS visible_to
FROM lost
JOIN read_copy d ON d.subject = lost.subject
JOIN read_copy m ON m.subject = '/v1/meetings/' || (d.data ->> 'meetingId')
JOIN read_copy i ON i.subject = '/v1/agenda-items/' || (d.data ->> 'agendaItemId')
CROSS JOIN LATERAL (
  SELECT m.data ->> 'convenedAt' IS NOT NULL AS convened,
         coalesce(m.data ->> 'visibility', '') NOT IN ('PUBLIC', 'COALITION') AS meeting_listed,
         coalesce(i.data ->> 'visibility', 'PUBLIC') NOT IN ('PUBLIC', 'COALITION') AS item_listed) AS circle
CROSS JOIN LATERAL (
  SELECT CASE WHEN jsonb_typeof(m.data -> 'visibleTo') = 'array' THEN m.data -> 'visibleTo' ELSE '[]' END AS listed) AS meeting
CROSS JOIN LATERAL (
  SELECT CASE WHEN jsonb_typeof(i.data -> 'visibleTo') = 'array' THEN i.data -> 'visibleTo' ELSE '[]' END AS listed) AS item;

CREATE TABLE milestone (
  id                    uuid PRIMARY KEY,
  version               bigint NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  initiative_id         uuid NOT NULL REFERENCES initiative (id),
  title                 text NOT NULL,
  description           text,
  due_on                date NOT NULL,
  -- As it was planned first: what is between two milestones is measured by it.
  first_due_on          date NOT NULL,
  status                text NOT NULL CHECK (status IN ('SCHEDULED', 'MET', 'PARTIALLY_MET', 'NOT_MET')),
  status_reason         text,
  met_on                date,
  evidence              text,
  -- The due date whose passing has been announced.
  overdue_announced_for date,
  CHECK ((status = 'SCHEDULED') = (evidence IS NULL)),
  CHECK ((status IN ('MET', 'PARTIALLY_MET')) = (met_on IS NOT NULL))
);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON milestone FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.first_due_on) IS DISTINCT FROM (NEW.initiative_id, NEW.first_due_on))
  EXECUTE FUNCTION refuse_change();
-- The milestones of an initiative, by status, each in the order of creation.
CREATE INDEX milestone_by_initiative ON milestone (initiative_id, id);
CREATE INDEX milestone_by_status ON milestone (status, id);
-- Those that are overdue.
CREATE INDEX milestone_overdue ON milestone (due_on, id) WHERE status = 'SCHEDULED';
-- Those whose being overdue is still to be announced: few, and looked for all the time.
CREATE INDEX milestone_to_announce ON milestone (due_on)
  WHERE status = 'SCHEDULED' AND overdue_announced_for IS DISTINCT FROM due_on;

CREATE TABLE milestone_dependency (
  milestone_id uuid NOT NULL REFERENCES milestone (id),
  depends_on   uuid NOT NULL REFERENCES milestone (id),
  PRIMARY KEY (milestone_id, depends_on),
  CHECK (milestone_id <> depends_on)
);
-- What depends on a milestone.
CREATE INDEX milestone_dependency_by_depends_on ON milestone_dependency (depends_on, milestone_id);

CREATE TABLE indicator (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  initiative_id    uuid NOT NULL REFERENCES initiative (id),
  title            text NOT NULL,
  expected_outcome text NOT NULL,
  measure          text NOT NULL CHECK (measure IN ('UNIT', 'PERCENTAGE', 'NOMINAL', 'ORDINAL')),
  unit             text,
  ascending        boolean NOT NULL,
  baseline_value   numeric,
  baseline_on      date,
  periods          jsonb NOT NULL CHECK (jsonb_array_length(periods) BETWEEN 1 AND 60),
  -- How much of the way from the baseline to the last target was made; follows from the actuals, for sums over many indicators.
  achievement      numeric CHECK (achievement >= 0 AND achievement <= 1),
  CHECK ((baseline_value IS NULL) = (baseline_on IS NULL)),
  CHECK (measure = 'NOMINAL' OR baseline_value IS NOT NULL),
  CHECK (measure <> 'UNIT' OR unit IS NOT NULL)
);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON indicator FOR EACH ROW
  WHEN (OLD.initiative_id IS DISTINCT FROM NEW.initiative_id) EXECUTE FUNCTION refuse_change();
-- The indicators of an initiative, by measure, each in the order of creation.
CREATE INDEX indicator_by_initiative ON indicator (initiative_id, id);
CREATE INDEX indicator_by_measure ON indicator (measure, id);

CREATE TABLE indicator_actual (
  id           uuid PRIMARY KEY,
  indicator_id uuid NOT NULL REFERENCES indicator (id),
  number       integer NOT NULL CHECK (number > 0),
  value        numeric NOT NULL CHECK (abs(value) < 1000000000000000 AND scale(value) <= 4),
  measured_on  date NOT NULL,
  source       text NOT NULL,
  reason       text,
  recorded_at  timestamptz NOT NULL,
  recorded_by  text NOT NULL,
  -- Serves the actuals of an indicator in their order.
  UNIQUE (indicator_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON indicator_actual FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON indicator_actual FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
