CREATE TABLE statement (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  meeting_id       uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id   uuid NOT NULL REFERENCES agenda_item (id),
  number           integer NOT NULL CHECK (number BETWEEN 1 AND 100),
  text             text NOT NULL,
  language         text,
  written_at       timestamptz NOT NULL,
  written_by       text NOT NULL REFERENCES party (code),
  required_parties varchar[] NOT NULL,
  -- What the parties say of the current version.
  endorsements     jsonb NOT NULL,
  status           text NOT NULL CHECK (status IN ('DRAFT', 'OPEN_FOR_ENDORSEMENT', 'PUBLISHED', 'WITHDRAWN')),
  status_reason    text,
  published_on     date,
  CHECK (status IN ('DRAFT', 'WITHDRAWN') OR cardinality(required_parties) > 0),
  CHECK ((status = 'PUBLISHED') = (published_on IS NOT NULL)),
  CHECK ((status = 'WITHDRAWN') = (status_reason IS NOT NULL)),
  -- Nothing is published that a required party has not endorsed.
  CHECK (status <> 'PUBLISHED'
         OR jsonb_path_query_array(endorsements, '$[*] ? (@.stance != "DECLINED").party') @> to_jsonb(required_parties))
);
-- The statements of a meeting, of an agenda item, by status, of a required party.
CREATE INDEX statement_by_meeting ON statement (meeting_id, id);
CREATE INDEX statement_by_agenda_item ON statement (agenda_item_id, id);
CREATE INDEX statement_by_status ON statement (status, id);
CREATE INDEX statement_by_required_party ON statement USING gin (required_parties);

-- A published text is final, and so is what the parties said of it.
CREATE TRIGGER final_when_published BEFORE UPDATE ON statement FOR EACH ROW
  WHEN (OLD.status = 'PUBLISHED'
        AND (OLD.number, OLD.text, OLD.language, OLD.required_parties, OLD.endorsements, OLD.status, OLD.published_on)
            IS DISTINCT FROM (NEW.number, NEW.text, NEW.language, NEW.required_parties, NEW.endorsements, NEW.status, NEW.published_on))
  EXECUTE FUNCTION refuse_change();

-- A version that another one has replaced, with what the parties had said of it.
CREATE TABLE statement_earlier_version (
  id           uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES statement (id),
  number       integer NOT NULL CHECK (number > 0),
  text         text NOT NULL,
  language     text,
  written_at   timestamptz NOT NULL,
  written_by   text NOT NULL REFERENCES party (code),
  endorsements jsonb NOT NULL,
  -- Serves the versions of a statement, and one of them.
  UNIQUE (statement_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON statement_earlier_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON statement_earlier_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE action_item (
  id                    uuid PRIMARY KEY,
  version               bigint NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  meeting_id            uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id        uuid NOT NULL REFERENCES agenda_item (id),
  title                 text NOT NULL,
  owner                 text NOT NULL REFERENCES party (code),
  assignee              text,
  due_on                date NOT NULL,
  decision_id           uuid REFERENCES decision (id),
  recommendation_id     uuid REFERENCES recommendation (id),
  -- Of the other service, which this one does not ask: no foreign key.
  initiative_id         uuid,
  evidence              jsonb NOT NULL,
  status                text NOT NULL CHECK (status IN ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'CANCELLED')),
  status_reason         text,
  verified_by           text REFERENCES party (code) CHECK (verified_by <> owner),
  verified_at           timestamptz,
  -- The due date whose passing has been announced.
  overdue_announced_for date,
  CHECK (decision_id IS NULL OR recommendation_id IS NULL),
  CHECK (status NOT IN ('DONE', 'VERIFIED') OR jsonb_array_length(evidence) > 0),
  CHECK ((status = 'VERIFIED') = (verified_by IS NOT NULL)),
  CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
  CHECK (status <> 'CANCELLED' OR status_reason IS NOT NULL)
);
-- The action items of a meeting, of an agenda item, by status, by owner, by origin.
CREATE INDEX action_item_by_meeting ON action_item (meeting_id, id);
CREATE INDEX action_item_by_agenda_item ON action_item (agenda_item_id, id);
CREATE INDEX action_item_by_status ON action_item (status, id);
CREATE INDEX action_item_by_owner ON action_item (owner, id);
CREATE INDEX action_item_by_decision ON action_item (decision_id, id) WHERE decision_id IS NOT NULL;
CREATE INDEX action_item_by_recommendation ON action_item (recommendation_id, id) WHERE recommendation_id IS NOT NULL;
-- Those that are overdue.
CREATE INDEX action_item_overdue ON action_item (due_on, id) WHERE status IN ('OPEN', 'IN_PROGRESS');
-- Those whose being overdue is still to be announced: few, and looked for all the time.
CREATE INDEX action_item_to_announce ON action_item (due_on)
  WHERE status IN ('OPEN', 'IN_PROGRESS') AND overdue_announced_for IS DISTINCT FROM due_on;

CREATE TABLE contact_list (
  id         uuid PRIMARY KEY,
  version    bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- One list per party; serves the list of a party.
  party      text NOT NULL UNIQUE REFERENCES party (code),
  points     jsonb NOT NULL
);
