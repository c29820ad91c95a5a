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
