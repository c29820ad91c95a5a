package org.coalition.meetings.recommendation;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a recommendation. */
sealed interface RecommendationEvent extends DomainEvent {
    /** A meeting is to say whether it takes it. */
    record Proposed() implements RecommendationEvent {}

    /** Its words or its owner are others. */
    record Revised() implements RecommendationEvent {}

    /** The meeting recommends it. */
    record Accepted() implements RecommendationEvent {}

    /** The meeting does not recommend it. */
    record Rejected(String reason) implements RecommendationEvent {}

    /** Its owner works on it. */
    record ImplementationStarted() implements RecommendationEvent {}

    /** Its outcome was reached. */
    record Implemented() implements RecommendationEvent {}

    /** Another one has taken its place. */
    record Superseded(String reason, UUID supersededBy) implements RecommendationEvent {}
}
