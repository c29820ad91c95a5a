-- From which activity an initiative was imported.

CREATE TABLE iati_source (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  -- One for each initiative; serves the look-up by it.
  initiative_id uuid NOT NULL UNIQUE REFERENCES initiative (id),
  -- Who imported it.
  party         text NOT NULL CHECK (party ~ '^[A-Z][A-Z0-9]{1,9}$'),
  identifier    text NOT NULL CHECK (identifier ~ '\S' AND length(identifier) <= 200),
  -- The activity as it came, with all that has no place elsewhere; and what of it went into the initiative and its ledgers.
  activity      text NOT NULL CHECK (octet_length(activity) <= 4194304),
  taken         jsonb NOT NULL,
  -- A party imports an activity once. Serves the question who has imported it.
  UNIQUE (identifier, party)
);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON iati_source FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.party, OLD.identifier, OLD.activity, OLD.taken)
          IS DISTINCT FROM (NEW.initiative_id, NEW.party, NEW.identifier, NEW.activity, NEW.taken))
  EXECUTE FUNCTION refuse_change();
