package org.coalition.initiatives.review;

import static org.coalition.initiatives.review.ReviewStatus.APPROVED;
import static org.coalition.initiatives.review.ReviewStatus.IN_REVIEW;
import static org.coalition.initiatives.review.ReviewStatus.RETURNED;
import static org.coalition.initiatives.review.ReviewStatus.SUBMITTED;
import static org.coalition.initiatives.review.ReviewStatus.VOIDED;
import static org.coalition.initiatives.review.ReviewStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<ReviewStatus>> ARROWS = Set.of(
            List.of(SUBMITTED, IN_REVIEW),
            List.of(SUBMITTED, RETURNED),
            List.of(SUBMITTED, WITHDRAWN),
            List.of(IN_REVIEW, APPROVED),
            List.of(IN_REVIEW, RETURNED),
            List.of(IN_REVIEW, WITHDRAWN),
            List.of(APPROVED, VOIDED),
            List.of(VOIDED, APPROVED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (ReviewStatus from : ReviewStatus.values()) {
            for (ReviewStatus to : ReviewStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
