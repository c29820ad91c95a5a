package org.coalition.initiatives.initiative;

import java.util.EnumSet;
import java.util.Set;

/**
 * The lifecycle of an initiative; the table is the only place that knows its arrows. The states are those of the IATI
 * standard (2.03, ActivityStatus).
 */
public enum InitiativeStatus {
    PIPELINE,
    APPROVED,
    IMPLEMENTATION,
    SUSPENDED,
    FINALISATION,
    CLOSED,
    CANCELLED;

    /** The states that may follow this one. */
    public Set<InitiativeStatus> next() {
        return switch (this) {
            case PIPELINE -> EnumSet.of(APPROVED, CANCELLED);
            case APPROVED, SUSPENDED -> EnumSet.of(IMPLEMENTATION, CANCELLED);
            case IMPLEMENTATION -> EnumSet.of(SUSPENDED, FINALISATION, CANCELLED);
            case FINALISATION -> EnumSet.of(CLOSED, CANCELLED);
            case CLOSED, CANCELLED -> EnumSet.noneOf(InitiativeStatus.class);
        };
    }

    /** Whether nothing about the initiative changes any more. */
    boolean isFinal() {
        return next().isEmpty();
    }
}
