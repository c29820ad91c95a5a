-- What lists may be sorted by, in both directions; the id puts what is equal in the order of creation. Texts are in the order of
-- their characters, the same wherever the database runs; what is missing comes after all that is there.

-- sort= of the meetings: by plannedStart, by title.
CREATE INDEX meeting_sorted_by_planned_start ON meeting (planned_start, id);
CREATE INDEX meeting_sorted_by_title ON meeting (title COLLATE "C", id);
-- sort= of the decisions: by effectiveOn, by reviewOn.
CREATE INDEX decision_sorted_by_effective_on ON decision ((coalesce(effective_on, 'infinity')), id);
CREATE INDEX decision_sorted_by_review_on ON decision ((coalesce(review_on, 'infinity')), id);
-- sort= of the joint statements: by publishedOn.
CREATE INDEX statement_sorted_by_published_on ON statement ((coalesce(published_on, 'infinity')), id);
-- sort= of the action items: by dueOn, by title.
CREATE INDEX action_item_sorted_by_due_on ON action_item (due_on, id);
CREATE INDEX action_item_sorted_by_title ON action_item (title COLLATE "C", id);
-- sort= of the recommendations: by reviewOn.
CREATE INDEX recommendation_sorted_by_review_on ON recommendation ((coalesce(review_on, 'infinity')), id);
-- sort= of the series: by title.
CREATE INDEX series_sorted_by_title ON series (title COLLATE "C", id);
-- sort= of the urgent consultations: by title.
CREATE INDEX consultation_sorted_by_title ON consultation (title COLLATE "C", id);
-- sort= of a meeting's delegations and attendances: by party.
CREATE INDEX delegation_sorted_by_party ON delegation (meeting_id, party COLLATE "C", id);
CREATE INDEX attendance_sorted_by_party ON attendance (meeting_id, party COLLATE "C", id);
-- sort= of the parties: by code, by name, by memberSince.
CREATE INDEX party_sorted_by_code ON party (code COLLATE "C", id);
CREATE INDEX party_sorted_by_name ON party (name COLLATE "C", id);
CREATE INDEX party_sorted_by_member_since ON party ((coalesce(member_since, 'infinity')), id);

-- The words of what lists find by words, titles before other text; indexed at once, as the planner takes a list of pending words for dear.
-- q= of the action items.
ALTER TABLE action_item ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', title)
) STORED;
CREATE INDEX action_item_search ON action_item USING gin (search) WITH (fastupdate = off);
-- q= of the recommendations.
ALTER TABLE recommendation ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', area || ' ' || focus || ' ' || outcome_target)
) STORED;
CREATE INDEX recommendation_search ON recommendation USING gin (search) WITH (fastupdate = off);
-- q= of the series.
ALTER TABLE series ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(mandate, ''))
) STORED;
CREATE INDEX series_search ON series USING gin (search) WITH (fastupdate = off);
-- q= of the urgent consultations.
ALTER TABLE consultation ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', trigger_text) || to_tsvector('english', proposed_responses)
) STORED;
CREATE INDEX consultation_search ON consultation USING gin (search) WITH (fastupdate = off);
-- q= of the parties.
ALTER TABLE party ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', name)
) STORED;
CREATE INDEX party_search ON party USING gin (search) WITH (fastupdate = off);
