-- What lists may be sorted by, in both directions; the id puts what is equal in the order of creation. Texts are in the order of
-- their characters, the same wherever the database runs; what is missing comes after all that is there.

-- sort= of the initiatives: by title, by approvedAt.
CREATE INDEX initiative_sorted_by_title ON initiative (title COLLATE "C", id);
CREATE INDEX initiative_sorted_by_approved_at ON initiative ((coalesce(approved_at, 'infinity')), id);
-- sort= of the contributions: by committed.
CREATE INDEX contribution_sorted_by_committed ON contribution (committed, id);
-- sort= of the deliveries: by promisedOn.
CREATE INDEX delivery_sorted_by_promised_on ON delivery (promised_on, id);
-- sort= of the acceleration requests: by wantedOn.
CREATE INDEX acceleration_request_sorted_by_wanted_on ON acceleration_request (wanted_on, id);
-- sort= of the needs: by item, by neededBy.
CREATE INDEX need_sorted_by_item ON need (item COLLATE "C", id);
CREATE INDEX need_sorted_by_needed_by ON need (needed_by, id);
-- sort= of a need's offers: by availableFrom.
CREATE INDEX offer_sorted_by_available_from ON offer (need_id, available_from, id);
-- sort= of the milestones: by dueOn, by title.
CREATE INDEX milestone_sorted_by_due_on ON milestone (due_on, id);
CREATE INDEX milestone_sorted_by_title ON milestone (title COLLATE "C", id);
-- sort= of the indicators: by title.
CREATE INDEX indicator_sorted_by_title ON indicator (title COLLATE "C", id);
-- sort= of the findings: by dueOn, by title.
CREATE INDEX finding_sorted_by_due_on ON finding (due_on, id);
CREATE INDEX finding_sorted_by_title ON finding (title COLLATE "C", id);
-- sort= of the reviews: by approvedAt.
CREATE INDEX review_sorted_by_approved_at ON review ((coalesce(approved_at, 'infinity')), id);
-- sort= of the articles: by arrivedOn, by serialNumber.
CREATE INDEX article_sorted_by_arrived_on ON article (arrived_on, id);
CREATE INDEX article_sorted_by_serial_number ON article (serial_number COLLATE "C", id);
-- sort= of the end-use checks: by checkedOn.
CREATE INDEX end_use_check_sorted_by_checked_on ON end_use_check (checked_on, id);
-- sort= of the loss reports: by lostOn.
CREATE INDEX loss_report_sorted_by_lost_on ON loss_report (lost_on, id);
-- sort= of the transfers: by transferredOn.
CREATE INDEX transfer_sorted_by_transferred_on ON transfer ((coalesce(transferred_on, 'infinity')), id);
-- sort= of the exchange rates: by on.
CREATE INDEX exchange_rate_sorted_by_day ON exchange_rate (day, id);
-- sort= of the transparency reports: by quarter.
CREATE INDEX transparency_report_sorted_by_quarter ON transparency_report (quarter COLLATE "C", id);

-- Words out of several texts; what PostgreSQL has for it depends on the type of the texts, and so is not for generated columns.
CREATE FUNCTION words_of(texts varchar[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(texts, ' ') $$;

-- The words of what lists find by words, titles before other text; indexed at once, as the planner takes a list of pending words for dear.
-- q= of the initiatives.
ALTER TABLE initiative ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(focus_area, '') || ' ' || words_of(support_measures) || ' ' || words_of(expected_outcomes))
) STORED;
CREATE INDEX initiative_search ON initiative USING gin (search) WITH (fastupdate = off);
-- q= of the contributions.
ALTER TABLE contribution ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', description)
) STORED;
CREATE INDEX contribution_search ON contribution USING gin (search) WITH (fastupdate = off);
-- q= of the deliveries.
ALTER TABLE delivery ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', description)
) STORED;
CREATE INDEX delivery_search ON delivery USING gin (search) WITH (fastupdate = off);
-- q= of the acceleration requests.
ALTER TABLE acceleration_request ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', reason)
) STORED;
CREATE INDEX acceleration_request_search ON acceleration_request USING gin (search) WITH (fastupdate = off);
-- q= of the needs.
ALTER TABLE need ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', item)
) STORED;
CREATE INDEX need_search ON need USING gin (search) WITH (fastupdate = off);
-- q= of the milestones.
ALTER TABLE milestone ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(description, ''))
) STORED;
CREATE INDEX milestone_search ON milestone USING gin (search) WITH (fastupdate = off);
-- q= of the indicators.
ALTER TABLE indicator ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', expected_outcome)
) STORED;
CREATE INDEX indicator_search ON indicator USING gin (search) WITH (fastupdate = off);
-- q= of the findings.
ALTER TABLE finding ADD search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') || to_tsvector('english', description || ' ' || recommendation)
) STORED;
CREATE INDEX finding_search ON finding USING gin (search) WITH (fastupdate = off);
-- q= of the reviews.
ALTER TABLE review ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', coalesce(remark, ''))
) STORED;
CREATE INDEX review_search ON review USING gin (search) WITH (fastupdate = off);
-- q= of the loss reports.
ALTER TABLE loss_report ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', circumstances || ' ' || coalesce(measures, ''))
) STORED;
CREATE INDEX loss_report_search ON loss_report USING gin (search) WITH (fastupdate = off);
-- q= of the transfers.
ALTER TABLE transfer ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', purpose)
) STORED;
CREATE INDEX transfer_search ON transfer USING gin (search) WITH (fastupdate = off);
-- q= of the end-use checks.
ALTER TABLE end_use_check ADD search tsvector GENERATED ALWAYS AS (
  to_tsvector('english', place || ' ' || coalesce(remark, ''))
) STORED;
CREATE INDEX end_use_check_search ON end_use_check USING gin (search) WITH (fastupdate = off);
