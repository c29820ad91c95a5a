-- The words of a meeting; serves q= of the meetings.
ALTER TABLE meeting ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(summary, ''))
) STORED;
CREATE INDEX meeting_search ON meeting USING gin (search);
