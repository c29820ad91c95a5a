package org.coalition.meetings.recommendation;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a recommendation. */
sealed interface RecommendationEvent extends DomainEvent {
    record Proposed() implements RecommendationEvent {}

    record Revised() implements RecommendationEvent {}

    record Accepted() implements RecommendationEvent {}

    record Rejected(String reason) implements RecommendationEvent {}

    record ImplementationStarted() implements RecommendationEvent {}

    record Implemented() implements RecommendationEvent {}

    record Superseded(String reason, UUID supersededBy) implements RecommendationEvent {}
}
