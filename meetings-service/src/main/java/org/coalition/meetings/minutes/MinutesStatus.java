package org.coalition.meetings.minutes;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of minutes; the table is the only place that knows its arrows. */
enum MinutesStatus {
    DRAFT,
    CIRCULATED,
    APPROVED;

    /** The states that may follow this one. */
    Set<MinutesStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(CIRCULATED);
            case CIRCULATED -> EnumSet.of(APPROVED);
            case APPROVED -> EnumSet.noneOf(MinutesStatus.class);
        };
    }
}
