package org.coalition.meetings.decision;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a decision; the table is the only place that knows its arrows. */
public enum DecisionStatus {
    DRAFT,
    OPEN,
    UNDER_SILENCE,
    ADOPTED,
    REJECTED,
    BROKEN,
    WITHDRAWN;

    /** The states that may follow this one under a rule. */
    Set<DecisionStatus> next(AdoptionRule rule) {
        return switch (this) {
            case DRAFT -> EnumSet.of(rule == AdoptionRule.SILENCE ? UNDER_SILENCE : OPEN);
            case OPEN -> EnumSet.of(ADOPTED, REJECTED, WITHDRAWN);
            case UNDER_SILENCE -> EnumSet.of(ADOPTED, BROKEN, WITHDRAWN);
            case ADOPTED, REJECTED, BROKEN, WITHDRAWN -> EnumSet.noneOf(DecisionStatus.class);
        };
    }
}
