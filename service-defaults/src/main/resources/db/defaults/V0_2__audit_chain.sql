-- The audit trail of each aggregate becomes a chain, and its entries are sealed. The triggers do the chaining, so that an
-- instance of an older version, which runs beside a newer one during an upgrade, writes links as well.

-- A field of the canonical form: its length in bytes, a colon, the text and a comma; a dash for null. So no two rows look alike.
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(octet_length(value) || ':' || value, '-') || ','
$$;

ALTER TABLE audit_entry ADD COLUMN hash bytea CHECK (octet_length(hash) = 32);

-- SHA-256 over all fields as they are stored (the time in microseconds since 1970), then the hash of the entry before.
CREATE FUNCTION audit_hash(entry audit_entry, previous bytea) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(convert_to(
      audit_field(entry.id::text)
      || audit_field((extract(epoch FROM entry.at) * 1000000)::bigint::text)
      || audit_field(entry.actor)
      || audit_field(entry.party)
      || audit_field(entry.action)
      || audit_field(entry.noun)
      || audit_field(entry.aggregate_id::text)
      || audit_field(entry.aggregate_version::text)
      || audit_field(entry.before::text)
      || audit_field(entry.after::text)
      || audit_field(entry.reason)
      || audit_field(entry.request_id), 'UTF8') || previous)
$$;

-- Entries that no seal covers yet: a queue, because an entry of a lower id may commit later.
CREATE TABLE audit_unsealed (
  entry_id bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

CREATE TABLE audit_seal (
  number    bigint PRIMARY KEY CHECK (number > 0),
  at        timestamptz NOT NULL,
  -- The ids of the entries. No entry is sealed twice; the index also finds the seal of an entry.
  covers    int8multirange NOT NULL CHECK (NOT isempty(covers)),
  entries   integer NOT NULL CHECK (entries > 0),
  -- The Merkle tree hash (RFC 9162, section 2.1.1) over the hashes of the entries, in the order of their ids.
  root      bytea NOT NULL CHECK (octet_length(root) = 32),
  -- The hash of the seal before; zeros in the first.
  previous  bytea NOT NULL CHECK (octet_length(previous) = 32),
  hash      bytea NOT NULL CHECK (octet_length(hash) = 32),
  key_id    text,
  signature bytea,
  CHECK ((key_id IS NULL) = (signature IS NULL)),
  EXCLUDE USING gist (covers WITH &&)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The row lock of the aggregate, which the change holds, keeps two entries of one chain from being written at once. A chain
-- with a gap goes on behind it: that is for the verification to find, not for the next change to fail on. Without sequential
-- scans, because a plan that was cached while the table was small would read all of it later.
CREATE FUNCTION chain_entry() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE previous bytea;
BEGIN
  SELECT hash INTO previous FROM audit_entry
    WHERE aggregate_id = NEW.aggregate_id AND aggregate_version < NEW.aggregate_version
    ORDER BY aggregate_version DESC LIMIT 1;
  NEW.hash := audit_hash(NEW, coalesce(previous, decode(repeat('00', 32), 'hex')));
  INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id);
  RETURN NEW;
END $$;

-- What was written before there were chains is chained and sealed as it is found.
DO $$
DECLARE
  entry audit_entry;
  chain uuid;
  previous bytea;
BEGIN
  ALTER TABLE audit_entry DISABLE TRIGGER append_only;
  FOR entry IN SELECT * FROM audit_entry ORDER BY aggregate_id, aggregate_version LOOP
    IF chain IS DISTINCT FROM entry.aggregate_id THEN
      chain := entry.aggregate_id;
      previous := decode(repeat('00', 32), 'hex');
    END IF;
    previous := audit_hash(entry, previous);
    UPDATE audit_entry SET hash = previous WHERE id = entry.id;
  END LOOP;
  ALTER TABLE audit_entry ENABLE TRIGGER append_only;
END $$;
INSERT INTO audit_unsealed SELECT id FROM audit_entry;

ALTER TABLE audit_entry ALTER COLUMN hash SET NOT NULL;
CREATE TRIGGER chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_entry();

-- GET /v1/audit/...: a page in the order of time; a period; the same with noun (and action within it), party or actor.
CREATE INDEX audit_entry_by_time ON audit_entry (at, id);
CREATE INDEX audit_entry_by_noun ON audit_entry (noun, at, id);
CREATE INDEX audit_entry_by_party ON audit_entry (party, at, id);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, at, id);
