CREATE TABLE initiative (
  id                uuid PRIMARY KEY,
  version           bigint NOT NULL,
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  title             text NOT NULL,
  aspect            text NOT NULL CHECK (aspect IN ('DIPLOMATIC_ENGAGEMENT', 'MILITARY_SUPPORT', 'HUMANITARIAN_AID', 'ECONOMIC_SUPPORT',
                                                    'DEFENSE_COOPERATION', 'INFORMATION_EXCHANGE', 'CYBER_DEFENSE', 'TRAINING')),
  focus_area        text,
  support_measures  varchar[] NOT NULL,
  expected_outcomes varchar[] NOT NULL,
  lead_parties      varchar[] NOT NULL CHECK (cardinality(lead_parties) > 0),
  participants      varchar[] NOT NULL,
  recipients        varchar[] NOT NULL,
  -- A decision of the other service: known from read_copy, which may be rebuilt, so no foreign key.
  origin_decision   uuid,
  visibility        text NOT NULL CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  visible_to        varchar[] NOT NULL,
  status            text NOT NULL CHECK (status IN ('PIPELINE', 'APPROVED', 'IMPLEMENTATION', 'SUSPENDED', 'FINALISATION', 'CLOSED', 'CANCELLED')),
  status_reason     text,
  approved_at       timestamptz,
  approval_reason   text,
  CHECK (visibility <> 'RESTRICTED' OR lead_parties <@ visible_to),
  CHECK (status IN ('PIPELINE', 'CANCELLED') OR approved_at IS NOT NULL),
  CHECK (status NOT IN ('SUSPENDED', 'CANCELLED') OR status_reason IS NOT NULL),
  -- Without a decision behind it, an approval says why.
  CHECK (approved_at IS NULL OR origin_decision IS NOT NULL OR approval_reason IS NOT NULL)
);
-- The list by aspect, status, origin or lead party, each in the order of creation.
CREATE INDEX initiative_by_aspect ON initiative (aspect, id);
CREATE INDEX initiative_by_status ON initiative (status, id);
CREATE INDEX initiative_by_origin ON initiative (origin_decision, id);
CREATE INDEX initiative_by_lead_party ON initiative USING gin (lead_parties);

CREATE TABLE contribution (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  initiative_id uuid NOT NULL REFERENCES initiative (id),
  party         text NOT NULL CHECK (party ~ '^[A-Z][A-Z0-9]{1,9}$'),
  track         text NOT NULL CHECK (track IN ('MILITARY', 'HUMANITARIAN', 'ECONOMIC', 'DIPLOMATIC')),
  instrument    text NOT NULL CHECK (instrument IN ('GRANT', 'LOAN', 'GUARANTEE', 'EQUITY', 'IN_KIND', 'TRAINING')),
  description   text NOT NULL,
  -- A line is kept in one currency or in one unit; its entries have none of their own, so none can differ.
  currency      text CHECK (currency ~ '^[A-Z]{3}$'),
  unit          text,
  CHECK ((currency IS NULL) <> (unit IS NULL))
);
-- The contributions to an initiative, of a party.
CREATE INDEX contribution_by_initiative ON contribution (initiative_id, id);
CREATE INDEX contribution_by_party ON contribution (party, id);

-- What the ledger's figures mean hangs on these.
CREATE TRIGGER fixed_terms BEFORE UPDATE ON contribution FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.party, OLD.track, OLD.instrument, OLD.currency, OLD.unit)
        IS DISTINCT FROM (NEW.initiative_id, NEW.party, NEW.track, NEW.instrument, NEW.currency, NEW.unit))
  EXECUTE FUNCTION refuse_change();

CREATE TABLE ledger_entry (
  id              uuid PRIMARY KEY,
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  number          integer NOT NULL CHECK (number > 0),
  kind            text NOT NULL CHECK (kind IN ('PLEDGE', 'COMMITMENT')),
  -- Not numeric(19,4), which would add zeros: the digits are kept as they were given.
  amount          numeric NOT NULL CHECK (amount <> 0 AND abs(amount) < 1000000000000000 AND scale(amount) <= 4),
  value_date      date NOT NULL,
  agreement_ref   text,
  reverses        uuid,
  reason          text,
  recorded_at     timestamptz NOT NULL,
  recorded_by     text NOT NULL,
  reversed_amount numeric GENERATED ALWAYS AS (CASE WHEN reverses IS NOT NULL THEN -amount END) STORED,
  -- Serves the entries of a line in their order.
  UNIQUE (contribution_id, number),
  CHECK ((reverses IS NULL) = (amount > 0)),
  CHECK ((reverses IS NULL) = (reason IS NULL)),
  -- An entry is reversed once; and whole, on its own line, in its own kind. Only positive amounts have their negative
  -- here, so a reversal itself is never reversed.
  UNIQUE (reverses),
  UNIQUE (id, contribution_id, kind, amount),
  FOREIGN KEY (reverses, contribution_id, kind, reversed_amount) REFERENCES ledger_entry (id, contribution_id, kind, amount)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
