-- The outbox: a queue whose rows live for milliseconds. Identity without cache, because the relay reads in the order of id.
CREATE TABLE outbox_event (
  id                bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  event_id          uuid NOT NULL,
  noun              text NOT NULL,
  aggregate_id      uuid NOT NULL,
  aggregate_version bigint NOT NULL,
  seq               smallint NOT NULL,
  event_type        text NOT NULL,
  topic             text NOT NULL,
  partition         integer NOT NULL,
  key               text NOT NULL,
  headers           text NOT NULL,
  payload           text,
  created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- One event per version; also serves the write guard, which looks a version up here.
  UNIQUE (aggregate_id, aggregate_version, seq)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Who relays, until when on this database's clock, and per topic partition the offset after the last settled record.
CREATE TABLE outbox_lease (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  owner      text NOT NULL DEFAULT '',
  epoch      bigint NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL DEFAULT '-infinity',
  positions  jsonb NOT NULL DEFAULT '{}'
);
INSERT INTO outbox_lease DEFAULT VALUES;

-- Aggregates whose next event can never be sent; their rows wait, in order, until an operator deletes the line here.
CREATE TABLE outbox_parked (
  aggregate_id uuid PRIMARY KEY,
  reason       text NOT NULL,
  parked_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE audit_entry (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at                timestamptz NOT NULL,
  actor             text NOT NULL,
  party             text,
  action            text NOT NULL,
  noun              text NOT NULL,
  aggregate_id      uuid NOT NULL,
  aggregate_version bigint NOT NULL,
  before            jsonb,
  after             jsonb NOT NULL,
  reason            text,
  request_id        text NOT NULL,
  -- One entry per version; serves the history of a resource.
  UNIQUE (aggregate_id, aggregate_version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: nothing is erased or rewritten here', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The third guard of the write door: what changes without a new version, or with one that has no event, does not commit.
-- Dynamic SQL on purpose: a plan that was cached while the outbox was empty would read the whole queue later.
CREATE FUNCTION announced_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found_event boolean;
BEGIN
  -- Without this a change that keeps its version would pass as long as the version's own event still waits.
  IF TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION '% % went from version % to %', TG_TABLE_NAME, NEW.id, OLD.version, NEW.version
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  EXECUTE 'SELECT EXISTS (SELECT 1 FROM outbox_event WHERE aggregate_id = $1 AND aggregate_version = $2)'
    INTO found_event USING NEW.id, NEW.version;
  IF NOT found_event THEN
    RAISE EXCEPTION 'version % of % % was not announced', NEW.version, TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

-- The last number given in each series of gap-free numbers.
CREATE TABLE gapless_number (
  series text PRIMARY KEY,
  last   bigint NOT NULL
);
