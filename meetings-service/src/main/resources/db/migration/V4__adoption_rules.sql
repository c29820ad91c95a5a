-- The rules beyond consensus and silence. A qualified majority is kept as the fraction that the parties agreed on.
ALTER TABLE decision
  DROP CONSTRAINT decision_adoption_rule_check,
  ADD CONSTRAINT decision_adoption_rule_check CHECK (adoption_rule IN ('CONSENSUS', 'UNANIMITY', 'MAJORITY', 'QUALIFIED', 'SILENCE')),
  ADD COLUMN threshold_numerator integer CHECK (threshold_numerator > 0),
  ADD COLUMN threshold_denominator integer CHECK (threshold_denominator >= threshold_numerator),
  ADD CONSTRAINT decision_threshold_check CHECK (
    (adoption_rule = 'QUALIFIED') = (threshold_numerator IS NOT NULL)
    AND (threshold_numerator IS NULL) = (threshold_denominator IS NULL)),
  ADD COLUMN reservations jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN silence_urgency text CHECK (silence_urgency IN ('ROUTINE', 'URGENT', 'FLASH')),
  -- Null where a decision was rejected before this was recorded; see decided_at.
  ADD COLUMN rejected_at timestamptz,
  ADD COLUMN supersedes uuid REFERENCES decision (id) CHECK (supersedes <> id),
  ADD COLUMN amends uuid REFERENCES decision (id) CHECK (amends <> id),
  ADD CONSTRAINT decision_one_reference_check CHECK (supersedes <> amends);

-- What follows from other columns, so that it cannot contradict them: the place in the register, as numbers, because as texts
-- DEC/2026/1000 comes before DEC/2026/999; and when the decision was taken, or will be unless somebody breaks the silence.
ALTER TABLE decision
  ADD COLUMN register_year integer GENERATED ALWAYS AS (split_part(register_number, '/', 2)::integer) STORED,
  ADD COLUMN register_serial integer GENERATED ALWAYS AS (split_part(register_number, '/', 3)::integer) STORED,
  ADD COLUMN decided_at timestamptz GENERATED ALWAYS AS (
    CASE status WHEN 'ADOPTED' THEN adopted_at WHEN 'UNDER_SILENCE' THEN expires_at WHEN 'REJECTED' THEN coalesce(rejected_at, updated_at) END) STORED,
  ADD COLUMN seconds_to_decide double precision GENERATED ALWAYS AS (extract(epoch FROM
    CASE status WHEN 'ADOPTED' THEN adopted_at WHEN 'UNDER_SILENCE' THEN expires_at WHEN 'REJECTED' THEN coalesce(rejected_at, updated_at) END
    - created_at)::double precision) STORED;

-- The register in its order; one decision per number.
CREATE UNIQUE INDEX decision_register ON decision (register_year DESC, register_serial) WHERE register_year IS NOT NULL;
-- The register by entitled party.
CREATE INDEX decision_register_by_party ON decision USING gin (entitled_parties) WHERE register_year IS NOT NULL;
-- Only one decision takes the place of another. A silence procedure counts from its start: it must be possible to record its
-- expiry whatever happened meanwhile. Also serves the look-up of the successor.
CREATE UNIQUE INDEX decision_one_successor ON decision (supersedes) WHERE status IN ('UNDER_SILENCE', 'ADOPTED');
-- The look-up of the amendments.
CREATE INDEX decision_amendments ON decision (amends) WHERE status IN ('UNDER_SILENCE', 'ADOPTED');
-- The decisions whose review is due.
CREATE INDEX decision_by_review ON decision (review_on) WHERE review_on IS NOT NULL;
-- The report on decision latency, by period.
CREATE INDEX decision_by_decided_at ON decision (decided_at) WHERE decided_at IS NOT NULL;
-- The register by focus area.
CREATE INDEX agenda_item_by_focus_area ON agenda_item (focus_area) WHERE focus_area IS NOT NULL;

-- What has superseded or amended a decision, or will when a silence has lasted: since when, and whether all who may know of the
-- decision may know of that other one too. Only then may the decision's own answer name it.
CREATE FUNCTION decision_successors(decision_id uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(jsonb_build_object(
      'id', later.id,
      'supersedes', later.supersedes IS NOT DISTINCT FROM decision_id,
      'since', coalesce(later.adopted_at, later.expires_at),
      'known', CASE theirs.visibility
        WHEN 'PUBLIC' THEN true
        WHEN 'COALITION' THEN own.visibility <> 'PUBLIC'
        ELSE own.visibility = 'RESTRICTED' AND own.visible_to <@ theirs.visible_to END)
    ORDER BY coalesce(later.adopted_at, later.expires_at), later.id)
  FROM decision later
  JOIN meeting theirs ON theirs.id = later.meeting_id
  JOIN decision this ON this.id = decision_id
  JOIN meeting own ON own.id = this.meeting_id
  WHERE (later.supersedes = decision_id OR later.amends = decision_id) AND later.status IN ('UNDER_SILENCE', 'ADOPTED')
$$;
