package org.coalition.meetings.minutes;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a correction; the table is the only place that knows its arrows. */
enum CorrectionStatus {
    OPEN,
    ACCEPTED,
    REJECTED;

    /** The states that may follow this one. */
    Set<CorrectionStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED, REJECTED -> EnumSet.noneOf(CorrectionStatus.class);
        };
    }
}
