package org.coalition.initiatives.review;

/**
 * How many of the initiatives that go on were submitted for review.
 *
 * @param running not closed or cancelled
 * @param neverReviewed of these
 */
public record Coverage(Long running, Long neverReviewed) {
    static final String SELECT = "count(e), coalesce(sum(case when not exists (select 1 from Review r"
            + " where r.initiativeId = e.id and r.contributionId is null) then 1 else 0 end), 0)";
}
