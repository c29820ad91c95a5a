-- What the ledgers come to, added up beforehand, so that totals read a few rows however many entries there are. A row counts in what is
-- asked as of its time or later; the sum of those is the sum of the entries recorded by then, under the aspects that initiatives had then.
-- Old rows are merged, after which what is asked as of a time before is added up from the lines or their ledgers.
CREATE TABLE ledger_total (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Of which initiatives: with this aspect, known to this audience today.
  aspect      text NOT NULL,
  visibility  text NOT NULL,
  visible_to  varchar[] NOT NULL,
  -- Of which lines.
  party       text NOT NULL,
  track       text NOT NULL,
  instrument  text NOT NULL,
  currency    text,
  unit        text,
  -- Of which entries: with a value date in the month that begins on this day.
  kind        text NOT NULL,
  value_date  date NOT NULL,
  amount      numeric NOT NULL,
  entries     bigint NOT NULL,
  counts_from timestamptz NOT NULL,
  merged      boolean NOT NULL
);
-- Whether anything was merged that counts only after a time.
CREATE INDEX ledger_total_merged ON ledger_total (counts_from) WHERE merged;

INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date, amount, entries,
                          counts_from, merged)
SELECT i.aspect, i.visibility, i.visible_to, c.party, c.track, c.instrument, c.currency, c.unit, e.kind, date_trunc('month', e.value_date),
       sum(e.amount), count(*), now(), true
FROM ledger_entry e JOIN contribution c ON c.id = e.contribution_id JOIN initiative i ON i.id = c.initiative_id
WHERE c.split_at IS NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

-- Adds what counts from a time on: under the aspect that the initiative had then, and wherever it moved since.
CREATE FUNCTION add_to_totals(line contribution, of_kind text, in_month date, sum_of numeric, of_entries bigint, since_when timestamptz)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date, amount, entries,
                            counts_from, merged)
  SELECT a.aspect, i.visibility, i.visible_to, line.party, line.track, line.instrument, line.currency, line.unit, of_kind, in_month,
         x.amount, x.entries, x.counts_from, false
  FROM initiative i
  JOIN initiative_aspect a ON a.initiative_id = i.id AND a.until > since_when
  CROSS JOIN LATERAL (VALUES (sum_of, of_entries, greatest(a.since, since_when)), (-sum_of, -of_entries, a.until))
    AS x (amount, entries, counts_from)
  WHERE i.id = line.initiative_id AND x.counts_from < 'infinity'
$$;

CREATE FUNCTION total_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_totals(c, NEW.kind, date_trunc('month', NEW.value_date)::date, NEW.amount, 1, NEW.recorded_at)
  FROM contribution c WHERE c.id = NEW.contribution_id;
  RETURN NULL;
END $$;
CREATE TRIGGER totals AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION total_entry();

-- Of a line that is split its parts count, by entries of their own.
CREATE FUNCTION total_parts_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_totals(NEW, e.kind, e.in_month, -e.amount, -e.entries, NEW.split_at)
  FROM (SELECT kind, date_trunc('month', value_date)::date in_month, sum(amount) amount, count(*) entries
        FROM ledger_entry WHERE contribution_id = NEW.id GROUP BY 1, 2) e;
  RETURN NULL;
END $$;
CREATE TRIGGER totals AFTER UPDATE ON contribution FOR EACH ROW
  WHEN (OLD.split_at IS NULL AND NEW.split_at IS NOT NULL) EXECUTE FUNCTION total_parts_only();

-- An audience holds for all times that are asked for, so its row is one that was merged; an aspect, from its change on.
CREATE FUNCTION move_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date, amount, entries,
                            counts_from, merged)
  SELECT x.aspect, x.visibility, x.visible_to, c.party, c.track, c.instrument, c.currency, c.unit, e.kind, date_trunc('month', e.value_date),
         sum(x.sign * e.amount), sum(x.sign), max(greatest(NEW.updated_at, e.recorded_at)), x.merged
  FROM contribution c JOIN ledger_entry e ON e.contribution_id = c.id
  CROSS JOIN LATERAL (VALUES
    (-1, OLD.aspect, OLD.visibility, OLD.visible_to, true), (1, OLD.aspect, NEW.visibility, NEW.visible_to, true),
    (-1, OLD.aspect, NEW.visibility, NEW.visible_to, false), (1, NEW.aspect, NEW.visibility, NEW.visible_to, false))
    AS x (sign, aspect, visibility, visible_to, merged)
  WHERE c.initiative_id = NEW.id AND c.split_at IS NULL
    AND CASE WHEN x.merged THEN (OLD.visibility, OLD.visible_to) IS DISTINCT FROM (NEW.visibility, NEW.visible_to)
             ELSE OLD.aspect <> NEW.aspect END
  GROUP BY x.sign, x.aspect, x.visibility, x.visible_to, c.party, c.track, c.instrument, c.currency, c.unit, e.kind, 10, x.merged,
           greatest(NEW.updated_at, e.recorded_at);
  RETURN NULL;
END $$;
CREATE TRIGGER totals AFTER UPDATE ON initiative FOR EACH ROW
  WHEN ((OLD.aspect, OLD.visibility, OLD.visible_to) IS DISTINCT FROM (NEW.aspect, NEW.visibility, NEW.visible_to))
  EXECUTE FUNCTION move_totals();

-- Merges the rows that count from a time before this, if more than a few of them never were.
CREATE FUNCTION merge_totals(until timestamptz, few integer) RETURNS void LANGUAGE sql AS $$
  WITH gone AS (
    DELETE FROM ledger_total WHERE counts_from <= until
      AND few < (SELECT count(*) FROM ledger_total WHERE NOT merged AND counts_from <= until)
    RETURNING *)
  INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date, amount, entries,
                            counts_from, merged)
  SELECT aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date, sum(amount), sum(entries),
         max(counts_from), true
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
$$;

-- It reads a whole ledger: the planner looks at everything else first.
ALTER FUNCTION reviewed_content (uuid, uuid) COST 100000;
ALTER FUNCTION content_hash (uuid, uuid) COST 100000;
