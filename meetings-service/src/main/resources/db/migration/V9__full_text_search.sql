-- The words of a meeting; serves q= of the meetings.
ALTER TABLE meeting ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(summary, ''))
) STORED;
CREATE INDEX meeting_search ON meeting USING gin (search);

-- The words of a decision; serves q= of the decisions and of their register.
ALTER TABLE decision ADD search tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED;
CREATE INDEX decision_search ON decision USING gin (search);
-- The words of a joint statement in its current version; serves q= of the statements.
ALTER TABLE statement ADD search tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED;
CREATE INDEX statement_search ON statement USING gin (search);
