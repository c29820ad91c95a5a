package org.coalition.meetings.recommendation;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a recommendation; the table is the only place that knows its arrows. */
enum RecommendationStatus {
    PROPOSED,
    ACCEPTED,
    REJECTED,
    IMPLEMENTING,
    IMPLEMENTED,
    SUPERSEDED;

    /** The states that may follow this one. */
    Set<RecommendationStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ACCEPTED, REJECTED, SUPERSEDED);
            case ACCEPTED -> EnumSet.of(IMPLEMENTING, SUPERSEDED);
            case IMPLEMENTING -> EnumSet.of(IMPLEMENTED, SUPERSEDED);
            case REJECTED, IMPLEMENTED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(RecommendationStatus.class);
        };
    }
}
