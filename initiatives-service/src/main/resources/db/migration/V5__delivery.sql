-- Deliveries from hand to hand, requests to bring them forward, and what giver and recipient agree on.

CREATE TABLE delivery (
  id                   uuid PRIMARY KEY,
  version              bigint NOT NULL,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  contribution_id      uuid NOT NULL REFERENCES contribution (id),
  -- Those of the line: see delivers_line.
  initiative_id        uuid NOT NULL REFERENCES initiative (id),
  party                text NOT NULL,
  currency             text,
  unit                 text,
  -- Who gives does not confirm.
  recipient            text NOT NULL CHECK (recipient ~ '^[A-Z][A-Z0-9]{1,9}$' AND recipient <> party),
  description          text NOT NULL,
  amount               numeric NOT NULL CHECK (amount > 0 AND amount < 1000000000000000 AND scale(amount) <= 4),
  stage                text NOT NULL
                       CHECK (stage IN ('READY', 'DISPATCHED', 'AT_HUB', 'HANDED_OVER', 'RECEIPT_CONFIRMED', 'CANCELLED')),
  stage_reason         text,
  -- What was recorded of each stage up to the hand-over; the times once more, for the reports.
  custody              jsonb NOT NULL,
  ready_at             timestamptz NOT NULL,
  dispatched_at        timestamptz CHECK (dispatched_at >= ready_at),
  at_hub_at            timestamptz CHECK (at_hub_at >= dispatched_at),
  handed_over_at       timestamptz CHECK (handed_over_at >= coalesce(at_hub_at, dispatched_at)),
  handed_over          numeric CHECK (handed_over > 0 AND handed_over <= amount),
  promised_on          date NOT NULL,
  original_promised_on date NOT NULL,
  promise_revisions    jsonb NOT NULL,
  -- The promised day whose passing has been announced.
  late_announced_for   date,
  articles             jsonb NOT NULL,
  serial_numbers       varchar[] NOT NULL,
  received_at          timestamptz CHECK (received_at >= handed_over_at),
  received_place       text,
  received             numeric CHECK (received >= 0 AND scale(received) <= 4),
  shortfall            numeric CHECK (shortfall >= 0),
  damaged              numeric CHECK (damaged >= 0 AND damaged <= received),
  returned             numeric CHECK (returned >= 0 AND returned <= received),
  remark               text,
  receipt_document     jsonb,
  returns              jsonb,
  confirmed_by         text,
  confirmed_at         timestamptz,
  -- The DELIVERY over what is kept; written after the delivery, in the same transaction.
  ledger_entry_id      uuid UNIQUE REFERENCES ledger_entry (id) DEFERRABLE INITIALLY DEFERRED,
  handed_over_on       date GENERATED ALWAYS AS ((handed_over_at AT TIME ZONE 'UTC')::date) STORED,
  received_on          date GENERATED ALWAYS AS ((received_at AT TIME ZONE 'UTC')::date) STORED,
  -- How long it was in each stage that has ended.
  days_ready           double precision
                       GENERATED ALWAYS AS (extract(epoch FROM dispatched_at - ready_at)::double precision / 86400) STORED,
  days_dispatched      double precision GENERATED ALWAYS AS
                       (extract(epoch FROM coalesce(at_hub_at, handed_over_at) - dispatched_at)::double precision / 86400) STORED,
  days_at_hub          double precision
                       GENERATED ALWAYS AS (extract(epoch FROM handed_over_at - at_hub_at)::double precision / 86400) STORED,
  days_handed_over     double precision
                       GENERATED ALWAYS AS (extract(epoch FROM received_at - handed_over_at)::double precision / 86400) STORED,
  CHECK (stage <> 'CANCELLED' OR (stage_reason IS NOT NULL AND handed_over_at IS NULL AND serial_numbers = '{}')),
  CHECK (stage NOT IN ('DISPATCHED', 'AT_HUB', 'HANDED_OVER', 'RECEIPT_CONFIRMED') OR dispatched_at IS NOT NULL),
  CHECK (stage <> 'AT_HUB' OR at_hub_at IS NOT NULL),
  CHECK ((stage IN ('HANDED_OVER', 'RECEIPT_CONFIRMED')) = (handed_over_at IS NOT NULL)),
  CHECK ((handed_over_at IS NULL) = (handed_over IS NULL)),
  -- A receipt is whole, adds up, and is the recipient's own.
  CHECK (num_nulls(received_at, received_place, received, shortfall, damaged, returned, confirmed_by, confirmed_at)
         = CASE WHEN stage = 'RECEIPT_CONFIRMED' THEN 0 ELSE 8 END),
  CHECK (received + shortfall = handed_over),
  CHECK (confirmed_by = recipient),
  CHECK ((ledger_entry_id IS NOT NULL) = coalesce(received > returned, false)),
  CHECK (promised_on = original_promised_on OR jsonb_array_length(promise_revisions) > 0)
);
-- The deliveries under a contribution or an initiative, of a giver, of a recipient, at a stage; each in the order of creation.
CREATE INDEX delivery_by_contribution ON delivery (contribution_id, id);
CREATE INDEX delivery_by_initiative ON delivery (initiative_id, id);
CREATE INDEX delivery_by_party ON delivery (party, id);
CREATE INDEX delivery_by_recipient ON delivery (recipient, id);
CREATE INDEX delivery_by_stage ON delivery (stage, id);
-- Those promised first between two days: the report and what is behind its figures.
CREATE INDEX delivery_by_original_promise ON delivery (original_promised_on, id);
-- Those that are late: still to be received, or received too late.
CREATE INDEX delivery_overdue ON delivery (promised_on, id) WHERE stage IN ('READY', 'DISPATCHED', 'AT_HUB', 'HANDED_OVER');
CREATE INDEX delivery_received_late ON delivery (id) WHERE received_on IS NOT NULL AND received_on > promised_on;
-- Those that are at risk.
CREATE INDEX delivery_not_dispatched ON delivery (promised_on, id) WHERE stage = 'READY';
-- Those whose being late is still to be announced: few, and looked for all the time.
CREATE INDEX delivery_to_announce ON delivery (promised_on)
  WHERE stage IN ('READY', 'DISPATCHED', 'AT_HUB', 'HANDED_OVER') AND late_announced_for IS DISTINCT FROM promised_on;

-- From whom to whom, how much, and what was promised first, stands; so does what was handed over and received.
CREATE TRIGGER fixed_terms BEFORE UPDATE ON delivery FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.party, OLD.recipient, OLD.currency, OLD.unit, OLD.amount, OLD.original_promised_on, OLD.ready_at)
          IS DISTINCT FROM
        (NEW.initiative_id, NEW.party, NEW.recipient, NEW.currency, NEW.unit, NEW.amount, NEW.original_promised_on, NEW.ready_at)
        OR (OLD.handed_over_at IS NOT NULL
            AND (OLD.handed_over, OLD.handed_over_at) IS DISTINCT FROM (NEW.handed_over, NEW.handed_over_at))
        OR (OLD.received_at IS NOT NULL
            AND ((OLD.received_at, OLD.received, OLD.shortfall, OLD.damaged) IS DISTINCT FROM
                 (NEW.received_at, NEW.received, NEW.shortfall, NEW.damaged) OR NEW.returned < OLD.returned))
        OR OLD.stage = 'CANCELLED' OR (OLD.stage = 'RECEIPT_CONFIRMED' AND NEW.stage <> 'RECEIPT_CONFIRMED'))
  EXECUTE FUNCTION refuse_change();

-- A delivery is on the terms of its line, and moves only to a part of that; no article is on two deliveries of a line at once.
CREATE FUNCTION delivers_line_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line contribution;
BEGIN
  -- Whoever lists articles of a line takes turns.
  SELECT * INTO line FROM contribution WHERE id = NEW.contribution_id FOR NO KEY UPDATE;
  IF (line.initiative_id, line.party, line.currency, line.unit)
       IS DISTINCT FROM (NEW.initiative_id, NEW.party, NEW.currency, NEW.unit)
     OR NOT (line.unit IS NOT NULL OR line.instrument IN ('IN_KIND', 'TRAINING')) THEN
    RAISE EXCEPTION 'delivery % is not on the terms of its line', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.contribution_id <> OLD.contribution_id
     AND (line.split_from IS DISTINCT FROM OLD.contribution_id OR OLD.received_at IS NOT NULL) THEN
    RAISE EXCEPTION 'delivery % does not move to line %', NEW.id, NEW.contribution_id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM delivery d WHERE d.contribution_id = NEW.contribution_id AND d.id <> NEW.id
               AND d.serial_numbers && NEW.serial_numbers) THEN
    RAISE EXCEPTION 'delivery % lists an article that another one lists', NEW.id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delivers_line BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION delivers_line_or_refused();
CREATE TRIGGER delivers_line_still BEFORE UPDATE ON delivery FOR EACH ROW
  WHEN (NEW.contribution_id <> OLD.contribution_id OR NOT NEW.serial_numbers <@ OLD.serial_numbers)
  EXECUTE FUNCTION delivers_line_or_refused();

-- What is kept of a delivery stands in the ledger of its line, on the day of its receipt, and was not reversed.
CREATE FUNCTION in_ledger_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM ledger_entry l JOIN delivery d ON d.id = NEW.id
       WHERE l.id = d.ledger_entry_id AND l.contribution_id = d.contribution_id AND l.kind = 'DELIVERY'
         AND l.amount = d.received - d.returned AND l.value_date = d.received_on
         AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses = l.id)) THEN
    RAISE EXCEPTION 'what is kept of delivery % does not stand in the ledger', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER in_ledger AFTER INSERT OR UPDATE ON delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.ledger_entry_id IS NOT NULL) EXECUTE FUNCTION in_ledger_or_refused();

CREATE TABLE acceleration_request (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  delivery_id   uuid NOT NULL REFERENCES delivery (id),
  initiative_id uuid NOT NULL REFERENCES initiative (id),
  -- Who gives the delivery and so answers; and who asks, which is another.
  party         text NOT NULL,
  asked_by      text NOT NULL CHECK (asked_by <> party),
  wanted_on     date NOT NULL,
  reason        text NOT NULL,
  status        text NOT NULL CHECK (status IN ('REQUESTED', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  countered_on  date CHECK (countered_on > wanted_on),
  status_reason text,
  CHECK (status <> 'REQUESTED' OR countered_on IS NULL),
  CHECK (status <> 'COUNTERED' OR countered_on IS NOT NULL),
  CHECK (status NOT IN ('COUNTERED', 'DECLINED') OR status_reason IS NOT NULL)
);
-- The requests for a delivery, within an initiative, to a giver, by a party, in a state; each in the order of creation.
CREATE INDEX acceleration_request_by_delivery ON acceleration_request (delivery_id, id);
CREATE INDEX acceleration_request_by_initiative ON acceleration_request (initiative_id, id);
CREATE INDEX acceleration_request_by_party ON acceleration_request (party, id);
CREATE INDEX acceleration_request_by_asker ON acceleration_request (asked_by, id);
CREATE INDEX acceleration_request_by_status ON acceleration_request (status, id);
-- One open request of a party for a delivery.
CREATE UNIQUE INDEX acceleration_request_open ON acceleration_request (delivery_id, asked_by) WHERE status IN ('REQUESTED', 'COUNTERED');

CREATE FUNCTION asks_giver_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM delivery d WHERE (d.id, d.initiative_id, d.party) = (NEW.delivery_id, NEW.initiative_id, NEW.party)) THEN
    RAISE EXCEPTION 'acceleration request % is not to who gives the delivery', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER asks_giver BEFORE INSERT ON acceleration_request FOR EACH ROW EXECUTE FUNCTION asks_giver_or_refused();
CREATE TRIGGER fixed_terms BEFORE UPDATE ON acceleration_request FOR EACH ROW
  WHEN ((OLD.delivery_id, OLD.initiative_id, OLD.party, OLD.asked_by, OLD.wanted_on, OLD.reason)
          IS DISTINCT FROM (NEW.delivery_id, NEW.initiative_id, NEW.party, NEW.asked_by, NEW.wanted_on, NEW.reason)
        OR OLD.status IN ('ACCEPTED', 'DECLINED', 'WITHDRAWN'))
  EXECUTE FUNCTION refuse_change();

CREATE TABLE reconciliation (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  -- One for each line; serves the look-up by it.
  contribution_id uuid NOT NULL UNIQUE REFERENCES contribution (id),
  initiative_id   uuid NOT NULL REFERENCES initiative (id),
  party           text NOT NULL,
  -- What the recipients of funds state, and its sum.
  statements      jsonb NOT NULL,
  stated          numeric NOT NULL CHECK (stated >= 0),
  stated_at       timestamptz,
  agreements      jsonb NOT NULL,
  status          text NOT NULL CHECK (status IN ('OPEN', 'AGREED', 'DISPUTED')),
  -- The figures of which it was said.
  at_given        numeric,
  at_received     numeric,
  agreed          numeric CHECK (agreed >= 0),
  disputed_by     text,
  grounds         text,
  CHECK ((at_given IS NULL) = (at_received IS NULL)),
  CHECK (status = 'OPEN' OR at_given IS NOT NULL),
  CHECK ((status = 'AGREED') = (agreed IS NOT NULL)),
  CHECK ((status = 'DISPUTED') = (grounds IS NOT NULL)),
  CHECK ((status = 'DISPUTED') = (disputed_by IS NOT NULL)),
  -- Both sides: the giver, and somebody else.
  CHECK (status <> 'AGREED' OR jsonb_array_length(agreements) > 1)
);
-- What is withheld and disclosed with an initiative.
CREATE INDEX reconciliation_by_initiative ON reconciliation (initiative_id, id);
-- The lines that are disputed: few among all.
CREATE INDEX reconciliation_disputed ON reconciliation (contribution_id) WHERE status = 'DISPUTED';

-- What was given on a line beside what was received, and how both stand to it: what was said holds for the figures of which it was said.
CREATE VIEW reconciliation_line AS
SELECT line.*,
       CASE WHEN said_of_these THEN said WHEN given = received THEN 'AGREED' ELSE 'OPEN' END AS status,
       CASE WHEN said_of_these THEN said_agreed END AS agreed,
       CASE WHEN said_of_these THEN said_disputed_by END AS disputed_by,
       CASE WHEN said_of_these THEN said_grounds END AS grounds
FROM (
  SELECT c.id, c.initiative_id, c.party, c.currency, c.unit, coalesce(r.version, 0) AS version,
         figures.given, figures.received, figures.since,
         r.status AS said, r.agreed AS said_agreed, r.disputed_by AS said_disputed_by, r.grounds AS said_grounds,
         coalesce(r.status <> 'OPEN' AND (r.at_given, r.at_received) = (figures.given, figures.received), false) AS said_of_these,
         c.split_at IS NULL OR figures.goods AS stands
  FROM contribution c
  LEFT JOIN reconciliation r ON r.contribution_id = c.id
  CROSS JOIN LATERAL (
    SELECT true AS goods, coalesce(sum(d.handed_over), 0) AS given, coalesce(sum(d.received - d.returned), 0) AS received,
           min(d.handed_over_at) FILTER (WHERE d.received - d.returned IS DISTINCT FROM d.handed_over) AS since
    FROM delivery d WHERE d.contribution_id = c.id AND d.handed_over IS NOT NULL
    HAVING c.unit IS NOT NULL OR c.instrument IN ('IN_KIND', 'TRAINING')
    UNION ALL
    SELECT false, c.disbursed, coalesce(r.stated, 0),
           CASE WHEN r.stated_at IS NULL THEN min(l.recorded_at) ELSE greatest(max(l.recorded_at), r.stated_at) END
    FROM ledger_entry l WHERE l.contribution_id = c.id AND l.kind = 'DISBURSEMENT'
    HAVING c.unit IS NULL AND c.instrument NOT IN ('IN_KIND', 'TRAINING')) figures
) line;
