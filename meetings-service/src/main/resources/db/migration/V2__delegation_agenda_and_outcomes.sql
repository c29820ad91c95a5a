CREATE TABLE delegation (
  id         uuid PRIMARY KEY,
  version    bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  party      text NOT NULL REFERENCES party (code),
  head       jsonb,
  members    jsonb NOT NULL,
  rsvp       text NOT NULL CHECK (rsvp IN ('NEEDS_ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED')),
  substitute text,
  attendance text CHECK (attendance IN ('PRESENT', 'REMOTE', 'ABSENT')),
  arrived_at timestamptz,
  left_at    timestamptz,
  CHECK ((rsvp = 'DELEGATED') = (substitute IS NOT NULL)),
  -- One delegation per party and meeting; serves the list of a meeting's delegations.
  UNIQUE (meeting_id, party)
);

CREATE TABLE agenda_item (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  meeting_id       uuid NOT NULL REFERENCES meeting (id),
  position         integer NOT NULL CHECK (position > 0),
  kind             text NOT NULL CHECK (kind IN ('DISCUSSION', 'DECISION', 'INFORMATION', 'CONSULTATION')),
  title            text NOT NULL,
  aspect           text,
  focus_area       text,
  presenter        text,
  duration_minutes integer CHECK (duration_minutes > 0),
  -- One item per place, checked at commit, when a reordering is complete; serves the agenda in its order.
  UNIQUE (meeting_id, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE decision (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  meeting_id       uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id   uuid NOT NULL REFERENCES agenda_item (id),
  text             text NOT NULL,
  effective_on     date,
  review_on        date,
  adoption_rule    text NOT NULL CHECK (adoption_rule IN ('CONSENSUS', 'SILENCE')),
  entitled_parties varchar[] NOT NULL,
  positions        jsonb NOT NULL,
  objection        jsonb,
  status           text NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'UNDER_SILENCE', 'ADOPTED', 'REJECTED', 'BROKEN', 'WITHDRAWN')),
  status_reason    text,
  silence_seconds  bigint,
  expires_at       timestamptz,
  adopted_at       timestamptz,
  register_number  text UNIQUE,
  CHECK ((status = 'ADOPTED') = (register_number IS NOT NULL AND adopted_at IS NOT NULL)),
  CHECK (status <> 'UNDER_SILENCE' OR (expires_at IS NOT NULL AND silence_seconds IS NOT NULL)),
  CHECK ((status = 'BROKEN') = (objection IS NOT NULL))
);
-- The decisions of a meeting, of an agenda item, by status.
CREATE INDEX decision_by_meeting ON decision (meeting_id, id);
CREATE INDEX decision_by_agenda_item ON decision (agenda_item_id, id);
CREATE INDEX decision_by_status ON decision (status, id);
-- The silence procedures that have expired and are not settled.
CREATE INDEX decision_due ON decision (expires_at) WHERE status = 'UNDER_SILENCE';

CREATE TABLE recommendation (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  meeting_id     uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id uuid NOT NULL REFERENCES agenda_item (id),
  area           text NOT NULL,
  focus          text NOT NULL,
  outcome_target text NOT NULL,
  owner          text REFERENCES party (code),
  review_on      date,
  status         text NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'REJECTED', 'IMPLEMENTING', 'IMPLEMENTED', 'SUPERSEDED')),
  status_reason  text,
  superseded_by  uuid REFERENCES recommendation (id)
);
-- The recommendations of a meeting, of an agenda item, by status, by owner.
CREATE INDEX recommendation_by_meeting ON recommendation (meeting_id, id);
CREATE INDEX recommendation_by_agenda_item ON recommendation (agenda_item_id, id);
CREATE INDEX recommendation_by_status ON recommendation (status, id);
CREATE INDEX recommendation_by_owner ON recommendation (owner, id);
