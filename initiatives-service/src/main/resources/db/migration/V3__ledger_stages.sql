-- From the pledge to the delivery: the stages of a ledger, the figures of a line, its conditions, and the parts of one that is split.

ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('PLEDGE', 'COMMITMENT', 'ALLOCATION', 'DISBURSEMENT', 'DELIVERY')),
  -- Why it goes beyond what was committed or allocated, or before a condition is fulfilled.
  ADD COLUMN exception_reason text,
  -- In a part of a split line: the entry of the line that was split of which this is a share.
  ADD COLUMN carried_from uuid REFERENCES ledger_entry (id),
  ADD CHECK (exception_reason IS NULL OR (exception_reason ~ '\S' AND reverses IS NULL AND kind IN ('ALLOCATION', 'DISBURSEMENT', 'DELIVERY'))),
  ADD CHECK (carried_from IS NULL OR reverses IS NULL);
-- The entries of a line of one kind, and those with a value date between two days.
CREATE INDEX ledger_entry_by_kind ON ledger_entry (contribution_id, kind, number);
CREATE INDEX ledger_entry_by_value_date ON ledger_entry (contribution_id, value_date, number);

ALTER TABLE contribution
  -- The nets of the ledger's kinds, the number of its entries and the time of the last: see counts_ledger.
  ADD COLUMN pledged                 numeric NOT NULL DEFAULT 0,
  ADD COLUMN committed               numeric NOT NULL DEFAULT 0,
  ADD COLUMN allocated               numeric NOT NULL DEFAULT 0,
  ADD COLUMN disbursed               numeric NOT NULL DEFAULT 0,
  ADD COLUMN delivered               numeric NOT NULL DEFAULT 0,
  ADD COLUMN entry_count             integer NOT NULL DEFAULT 0,
  ADD COLUMN last_entry_at           timestamptz,
  ADD COLUMN private_partner_name    text,
  ADD COLUMN private_partner_country text CHECK (private_partner_country ~ '^[A-Z]{2}$'),
  ADD COLUMN conditions              jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN cohorts                 jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN split_from              uuid REFERENCES contribution (id),
  ADD COLUMN split_at                timestamptz,
  ADD CHECK (least(pledged, committed, allocated, disbursed, delivered) >= 0),
  ADD CHECK ((private_partner_name IS NULL) = (private_partner_country IS NULL)),
  ADD CHECK (instrument = 'TRAINING' OR cohorts = '[]'),
  ADD CHECK (NOT jsonb_path_exists(cohorts, '$[*] ? (@.certified > @.completed || @.completed > @.started || @.certified < 0)')),
  -- Funds are disbursed; goods and services are delivered, also where they are valued in money.
  ADD CHECK (disbursed = 0 OR (unit IS NULL AND instrument NOT IN ('IN_KIND', 'TRAINING'))),
  ADD CHECK (delivered = 0 OR unit IS NOT NULL OR instrument IN ('IN_KIND', 'TRAINING'));
-- The parts of a split line, each in the order of creation.
CREATE INDEX contribution_by_split ON contribution (split_from, id) WHERE split_from IS NOT NULL;

-- What was recorded before this migration. The guards would ask for a version and an event of each line.
ALTER TABLE contribution DISABLE TRIGGER USER;
UPDATE contribution c SET pledged = l.pledged, committed = l.committed, entry_count = l.entries, last_entry_at = l.last_at
FROM (SELECT contribution_id, coalesce(sum(amount) FILTER (WHERE kind = 'PLEDGE'), 0) pledged,
             coalesce(sum(amount) FILTER (WHERE kind = 'COMMITMENT'), 0) committed, count(*) entries, max(recorded_at) last_at
      FROM ledger_entry GROUP BY contribution_id) l
WHERE l.contribution_id = c.id;
ALTER TABLE contribution ENABLE TRIGGER USER;

CREATE TRIGGER begins_empty BEFORE INSERT ON contribution FOR EACH ROW
  WHEN ((NEW.pledged, NEW.committed, NEW.allocated, NEW.disbursed, NEW.delivered, NEW.entry_count) IS DISTINCT FROM (0, 0, 0, 0, 0, 0)
        OR NEW.split_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change();

-- The figures of a line are those of its ledger: each update adds the entries that came since the one before, by their numbers, which have
-- no gap; and no entry commits uncounted. So the figures never need the whole ledger, and nothing but an entry changes them.
-- Each entry is judged as it is added: without a reason it takes the line no further beyond what is allocated or committed.
CREATE FUNCTION count_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line contribution := OLD;
  entry ledger_entry;
  uncommitted numeric;
  unallocated numeric;
BEGIN
  FOR entry IN SELECT * FROM ledger_entry WHERE contribution_id = NEW.id AND number > OLD.entry_count ORDER BY number LOOP
    uncommitted := greatest(line.allocated - line.committed, 0);
    unallocated := greatest(line.disbursed + line.delivered - line.allocated, 0);
    CASE entry.kind
      WHEN 'PLEDGE' THEN line.pledged := line.pledged + entry.amount;
      WHEN 'COMMITMENT' THEN line.committed := line.committed + entry.amount;
      WHEN 'ALLOCATION' THEN line.allocated := line.allocated + entry.amount;
      WHEN 'DISBURSEMENT' THEN line.disbursed := line.disbursed + entry.amount;
      WHEN 'DELIVERY' THEN line.delivered := line.delivered + entry.amount;
    END CASE;
    line.entry_count := line.entry_count + 1;
    IF entry.number <> line.entry_count OR entry.recorded_at < line.last_entry_at THEN
      RAISE EXCEPTION 'entry % of contribution % does not follow the last one', entry.number, NEW.id
        USING ERRCODE = 'check_violation';
    END IF;
    line.last_entry_at := entry.recorded_at;
    IF entry.exception_reason IS NULL
       AND (line.allocated - line.committed > uncommitted OR line.disbursed + line.delivered - line.allocated > unallocated) THEN
      RAISE EXCEPTION 'entry % of contribution % goes beyond what is allocated or committed, without a reason', entry.number, NEW.id
        USING ERRCODE = 'check_violation';
    END IF;
    IF entry.exception_reason IS NULL AND entry.carried_from IS NULL AND entry.reverses IS NULL
       AND entry.kind IN ('ALLOCATION', 'DISBURSEMENT') AND jsonb_path_exists(NEW.conditions, '$[*] ? (@.fulfilled == false)') THEN
      RAISE EXCEPTION 'entry % of contribution % comes before a condition is fulfilled, without a reason', entry.number, NEW.id
        USING ERRCODE = 'check_violation';
    END IF;
    IF entry.carried_from IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM ledger_entry source JOIN contribution whole ON whole.id = source.contribution_id
         WHERE source.id = entry.carried_from AND whole.id = NEW.split_from AND whole.split_at = entry.recorded_at
           AND source.kind = entry.kind AND source.value_date = entry.value_date) THEN
      RAISE EXCEPTION 'entry % of contribution % is no share of an entry that was split', entry.number, NEW.id
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  -- A version of the service that does not know the figures yet leaves them as they were.
  IF (NEW.pledged, NEW.committed, NEW.allocated, NEW.disbursed, NEW.delivered, NEW.entry_count, NEW.last_entry_at)
       IS DISTINCT FROM (OLD.pledged, OLD.committed, OLD.allocated, OLD.disbursed, OLD.delivered, OLD.entry_count, OLD.last_entry_at)
     AND (NEW.pledged, NEW.committed, NEW.allocated, NEW.disbursed, NEW.delivered, NEW.entry_count, NEW.last_entry_at)
       IS DISTINCT FROM (line.pledged, line.committed, line.allocated, line.disbursed, line.delivered, line.entry_count, line.last_entry_at) THEN
    RAISE EXCEPTION 'the figures of contribution % are not those of its ledger', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  NEW.pledged := line.pledged;
  NEW.committed := line.committed;
  NEW.allocated := line.allocated;
  NEW.disbursed := line.disbursed;
  NEW.delivered := line.delivered;
  NEW.entry_count := line.entry_count;
  NEW.last_entry_at := line.last_entry_at;
  RETURN NEW;
END $$;
CREATE TRIGGER counts_ledger BEFORE UPDATE ON contribution FOR EACH ROW EXECUTE FUNCTION count_ledger();

CREATE FUNCTION counted_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM contribution WHERE id = NEW.contribution_id AND entry_count >= NEW.number) THEN
    RAISE EXCEPTION 'entry % of contribution % was not counted', NEW.number, NEW.contribution_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER counted AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION counted_or_refused();

-- A line is split once, after which its ledger stands still. Fires after counts_ledger, by its name.
CREATE TRIGGER split_stays BEFORE UPDATE ON contribution FOR EACH ROW
  WHEN (NEW.split_from IS DISTINCT FROM OLD.split_from
        OR (OLD.split_at IS NOT NULL AND (NEW.split_at, NEW.entry_count) IS DISTINCT FROM (OLD.split_at, OLD.entry_count)))
  EXECUTE FUNCTION refuse_change();

-- A part is a line on the terms of the one that was split.
CREATE FUNCTION part_of_split_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM contribution whole WHERE whole.id = NEW.split_from AND whole.split_at IS NOT NULL
         AND (whole.initiative_id, whole.party, whole.currency, whole.unit)
           IS NOT DISTINCT FROM (NEW.initiative_id, NEW.party, NEW.currency, NEW.unit)) THEN
    RAISE EXCEPTION 'contribution % is no part of a split line', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_of_split BEFORE INSERT ON contribution FOR EACH ROW
  WHEN (NEW.split_from IS NOT NULL) EXECUTE FUNCTION part_of_split_or_refused();

-- What a split line had, its parts have: of each kind, on each day, to the last digit.
CREATE FUNCTION split_whole_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
       SELECT kind, value_date FROM ledger_entry WHERE contribution_id = NEW.id GROUP BY kind, value_date
       HAVING sum(amount) <> coalesce((
         SELECT sum(share.amount) FROM contribution part JOIN ledger_entry share ON share.contribution_id = part.id
         WHERE part.split_from = NEW.id AND share.carried_from IS NOT NULL
           AND share.kind = ledger_entry.kind AND share.value_date = ledger_entry.value_date), 0)) THEN
    RAISE EXCEPTION 'the parts of contribution % are not the whole of it', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER split_whole AFTER UPDATE ON contribution DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.split_at IS NULL AND NEW.split_at IS NOT NULL) EXECUTE FUNCTION split_whole_or_refused();
