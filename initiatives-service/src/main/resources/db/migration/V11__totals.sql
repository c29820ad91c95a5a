-- Exchange rates by day, the frozen transparency reports, and what totals and lists read.

CREATE TABLE exchange_rate (
  id         uuid PRIMARY KEY,
  version    bigint NOT NULL CHECK (version = 1),
  -- When it was recorded: totals as of an earlier time do not know it.
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  base       text NOT NULL CHECK (base ~ '^[A-Z]{3}$'),
  quote      text NOT NULL CHECK (quote ~ '^[A-Z]{3}$'),
  -- So many of the quote are one of the base.
  rate       numeric NOT NULL CHECK (rate > 0 AND rate < 1000000000 AND scale(rate) <= 12),
  day        date NOT NULL,
  source     text NOT NULL CHECK (source ~ '\S'),
  -- 1, and one more with each correction of the day, whichever way the pair is quoted.
  number     integer NOT NULL CHECK (number > 0),
  reason     text,
  lower      text NOT NULL GENERATED ALWAYS AS (least(base, quote)) STORED,
  upper      text NOT NULL GENERATED ALWAYS AS (greatest(base, quote)) STORED,
  CHECK (base <> quote),
  CHECK ((number = 1) = (reason IS NULL)),
  -- Serves the last rate of a pair on or before a day; of two corrections at once one is refused.
  UNIQUE (lower, upper, day, number)
);
-- The list by base or quote, each in the order of creation.
CREATE INDEX exchange_rate_by_base ON exchange_rate (base, id);
CREATE INDEX exchange_rate_by_quote ON exchange_rate (quote, id);
CREATE TRIGGER append_only BEFORE UPDATE ON exchange_rate FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A correction follows what it corrects, so that nothing comes to a time that was answered.
CREATE FUNCTION follows_rate_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number > 1 AND NOT EXISTS (
       SELECT 1 FROM exchange_rate r
       WHERE (r.lower, r.upper, r.day, r.number)
             = (least(NEW.base, NEW.quote), greatest(NEW.base, NEW.quote), NEW.day, NEW.number - 1)
         AND r.created_at < NEW.created_at) THEN
    RAISE EXCEPTION 'rate % does not follow the one that it corrects', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follows_rate BEFORE INSERT ON exchange_rate FOR EACH ROW EXECUTE FUNCTION follows_rate_or_refused();

CREATE TABLE transparency_report (
  id           uuid PRIMARY KEY,
  version      bigint NOT NULL CHECK (version = 1),
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  quarter      text NOT NULL CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  edition      integer NOT NULL CHECK (edition > 0),
  reason       text,
  as_of        timestamptz NOT NULL,
  snapshot     jsonb NOT NULL CHECK (jsonb_typeof(snapshot) = 'object'),
  published_by text NOT NULL,
  CHECK ((edition = 1) = (reason IS NULL)),
  -- Serves the editions of a quarter; of two at once one is refused.
  UNIQUE (quarter, edition)
);
-- The list of a quarter's editions, in the order of creation.
CREATE INDEX transparency_report_by_quarter ON transparency_report (quarter, id);
CREATE TRIGGER append_only BEFORE UPDATE ON transparency_report FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Totals between two value dates, by period or at rates: these entries without their rows.
CREATE INDEX ledger_entry_totals ON ledger_entry (value_date, contribution_id) INCLUDE (kind, amount, recorded_at);
-- Late deliveries in the order of creation: those that are late are among these, whatever day it is.
CREATE INDEX delivery_perhaps_late ON delivery (id)
  WHERE stage IN ('READY', 'DISPATCHED', 'AT_HUB', 'HANDED_OVER') OR (received_on IS NOT NULL AND received_on > promised_on);
