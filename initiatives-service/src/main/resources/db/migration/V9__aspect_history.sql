-- Which aspect an initiative had, and from when until when: totals as of a past time go by it.
CREATE TABLE initiative_aspect (
  initiative_id uuid NOT NULL REFERENCES initiative (id),
  aspect        text NOT NULL,
  since         timestamptz NOT NULL,
  until         timestamptz NOT NULL CHECK (until > since),
  -- Serves the totals, which look for the aspect at a time.
  PRIMARY KEY (initiative_id, since)
);
-- What it was before is not known any more.
INSERT INTO initiative_aspect SELECT id, aspect, '-infinity', 'infinity' FROM initiative;

CREATE FUNCTION keep_aspect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE initiative_aspect SET until = NEW.updated_at WHERE initiative_id = NEW.id AND until = 'infinity';
  INSERT INTO initiative_aspect VALUES (NEW.id, NEW.aspect, NEW.updated_at, 'infinity');
  RETURN NULL;
END $$;
CREATE TRIGGER aspect_begins AFTER INSERT ON initiative FOR EACH ROW EXECUTE FUNCTION keep_aspect();
CREATE TRIGGER aspect_changes AFTER UPDATE ON initiative FOR EACH ROW
  WHEN (NEW.aspect IS DISTINCT FROM OLD.aspect) EXECUTE FUNCTION keep_aspect();
