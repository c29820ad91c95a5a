-- Puts the write guard on every aggregate's table (uuid "id" and bigint "version"), also on those of later migrations. Takes no
-- lock where nothing is to be done, so that a second instance can start under load.
DO $$
DECLARE
  aggregate regclass;
  guarded boolean;
BEGIN
  FOR aggregate IN
    SELECT c.oid FROM pg_class c
    JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype
    JOIN pg_attribute v ON v.attrelid = c.oid AND v.attname = 'version' AND v.atttypid = 'bigint'::regtype
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = aggregate AND tgname = 'never_erased') THEN
      EXECUTE format('CREATE TRIGGER never_erased BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', aggregate);
      EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', aggregate);
    END IF;
    guarded := EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = aggregate AND tgname = 'announced');
    IF ${write_guard} AND NOT guarded THEN
      EXECUTE format('CREATE CONSTRAINT TRIGGER announced AFTER INSERT OR UPDATE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION announced_or_refused()', aggregate);
    ELSIF guarded AND NOT ${write_guard} THEN
      EXECUTE format('DROP TRIGGER announced ON %s', aggregate);
    END IF;
  END LOOP;
END $$;
