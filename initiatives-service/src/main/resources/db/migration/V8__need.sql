CREATE TABLE need (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  recipient        text NOT NULL CHECK (recipient ~ '^[A-Z][A-Z0-9]{1,9}$'),
  initiative_id    uuid REFERENCES initiative (id),
  item             text NOT NULL,
  -- Not numeric(19,4), which would add zeros: the digits are kept as they were given.
  quantity         numeric NOT NULL CHECK (quantity > 0 AND quantity < 1000000000000000 AND scale(quantity) <= 4),
  unit             text NOT NULL,
  -- What was accepted of the offers.
  met              numeric NOT NULL CHECK (met >= 0),
  priority         text NOT NULL CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  needed_by        date NOT NULL,
  visibility       text NOT NULL CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to       varchar[] NOT NULL,
  status           text NOT NULL CHECK (status IN ('OPEN', 'PARTLY_MET', 'MET', 'WITHDRAWN')),
  status_reason    text,
  CHECK (visibility <> 'RESTRICTED' OR recipient = ANY (visible_to)),
  -- Never more is accepted than is needed, and the state says how much was.
  CHECK (met <= quantity),
  CHECK (status = 'WITHDRAWN' OR status = CASE met WHEN 0 THEN 'OPEN' WHEN quantity THEN 'MET' ELSE 'PARTLY_MET' END),
  CHECK ((status = 'WITHDRAWN') = (status_reason IS NOT NULL))
);
-- The list of needs by recipient, state, priority or initiative, each in the order of creation.
CREATE INDEX need_by_recipient ON need (recipient, id);
CREATE INDEX need_by_status ON need (status, id);
CREATE INDEX need_by_priority ON need (priority, id);
CREATE INDEX need_by_initiative ON need (initiative_id, id);
-- What is behind a line of the report on unmet needs, and the report itself.
CREATE INDEX need_by_item ON need (item, unit, needed_by, id);
CREATE INDEX need_unmet ON need (needed_by, item, unit) WHERE status IN ('OPEN', 'PARTLY_MET');

-- What was offered and accepted would mean something else.
CREATE TRIGGER fixed_terms BEFORE UPDATE ON need FOR EACH ROW
  WHEN ((OLD.recipient, OLD.item, OLD.unit) IS DISTINCT FROM (NEW.recipient, NEW.item, NEW.unit) AND OLD.met > 0)
  EXECUTE FUNCTION refuse_change();

CREATE TABLE offer (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  need_id         uuid NOT NULL REFERENCES need (id),
  party           text NOT NULL CHECK (party ~ '^[A-Z][A-Z0-9]{1,9}$'),
  quantity        numeric NOT NULL CHECK (quantity > 0 AND quantity < 1000000000000000 AND scale(quantity) <= 4),
  available_from  date NOT NULL,
  contribution_id uuid REFERENCES contribution (id),
  note            text,
  status          text NOT NULL CHECK (status IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  status_reason   text,
  accepted        numeric CHECK (accepted > 0),
  CHECK (accepted <= quantity),
  CHECK ((status = 'ACCEPTED') = (accepted IS NOT NULL)),
  CHECK (status NOT IN ('DECLINED', 'WITHDRAWN') OR status_reason IS NOT NULL)
);
-- The offers to a need in the order of creation; also their sum, below.
CREATE INDEX offer_by_need ON offer (need_id, id);
CREATE INDEX offer_by_contribution ON offer (contribution_id, id) WHERE contribution_id IS NOT NULL;

-- A need is met by what was accepted of its offers, and by nothing else. Each acceptance changes the need's row, whose lock
-- puts them in order. Looked at when all of the transaction is written.
CREATE FUNCTION need_is_met_by_its_offers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_need uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'need' THEN 'id' ELSE 'need_id' END;
BEGIN
  IF EXISTS (SELECT FROM need n WHERE n.id = of_need
             AND n.met <> (SELECT coalesce(sum(o.accepted), 0) FROM offer o WHERE o.need_id = n.id)) THEN
    RAISE EXCEPTION 'need % is not met by what was accepted of its offers', of_need USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER met_by_offers AFTER INSERT OR UPDATE OF met ON need DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION need_is_met_by_its_offers();
CREATE CONSTRAINT TRIGGER met_by_offers AFTER INSERT OR UPDATE OF accepted ON offer DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.accepted IS NOT NULL) EXECUTE FUNCTION need_is_met_by_its_offers();
CREATE TRIGGER fixed_terms BEFORE UPDATE ON offer FOR EACH ROW
  WHEN ((OLD.need_id, OLD.party, OLD.quantity) IS DISTINCT FROM (NEW.need_id, NEW.party, NEW.quantity)
        OR OLD.accepted IS NOT NULL AND OLD.accepted IS DISTINCT FROM NEW.accepted)
  EXECUTE FUNCTION refuse_change();
