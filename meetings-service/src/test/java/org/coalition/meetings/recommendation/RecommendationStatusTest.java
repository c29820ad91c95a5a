package org.coalition.meetings.recommendation;

import static org.coalition.meetings.recommendation.RecommendationStatus.ACCEPTED;
import static org.coalition.meetings.recommendation.RecommendationStatus.IMPLEMENTED;
import static org.coalition.meetings.recommendation.RecommendationStatus.IMPLEMENTING;
import static org.coalition.meetings.recommendation.RecommendationStatus.PROPOSED;
import static org.coalition.meetings.recommendation.RecommendationStatus.REJECTED;
import static org.coalition.meetings.recommendation.RecommendationStatus.SUPERSEDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommendationStatusTest {
    private static final Map<RecommendationStatus, Set<RecommendationStatus>> DOMAIN = Map.of(
            PROPOSED, Set.of(ACCEPTED, REJECTED, SUPERSEDED),
            ACCEPTED, Set.of(IMPLEMENTING, SUPERSEDED),
            IMPLEMENTING, Set.of(IMPLEMENTED, SUPERSEDED),
            REJECTED, Set.of(SUPERSEDED),
            IMPLEMENTED, Set.of(SUPERSEDED),
            SUPERSEDED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (RecommendationStatus from : RecommendationStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
