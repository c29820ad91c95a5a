-- After the database was restored from a backup: the resources of which the topics hold versions that it does not know. Consumers have seen
-- those, so the next version of each comes after them. The lines stay, as a list of what was lost.
CREATE TABLE outbox_overtaken (
  aggregate_id uuid PRIMARY KEY,
  noun         text NOT NULL,
  subject      text NOT NULL,
  key          text NOT NULL,
  -- The last version that stands in a topic, the resource as it was then, and who could know of it: PUBLIC, COALITION or parties.
  sequence     bigint NOT NULL,
  resource     jsonb NOT NULL,
  audience     text NOT NULL,
  found_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  announced_at timestamptz
);
CREATE INDEX outbox_overtaken_waiting ON outbox_overtaken (found_at) WHERE announced_at IS NULL;

-- The write guard lets a resource go to the last version that consumers have seen of it; that one is in the topic already.
CREATE OR REPLACE FUNCTION announced_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found_event boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.version > OLD.version
     AND EXISTS (SELECT 1 FROM outbox_overtaken WHERE aggregate_id = NEW.id AND sequence = NEW.version) THEN
    RETURN NULL;
  END IF;
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
