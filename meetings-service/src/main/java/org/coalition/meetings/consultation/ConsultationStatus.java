package org.coalition.meetings.consultation;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an urgent consultation; the table is the only place that knows its arrows. */
enum ConsultationStatus {
    /** Nobody has acknowledged it yet, and nothing is put to the parties. */
    CALLED,
    IN_CONSULTATION,
    CONCLUDED,
    CANCELLED;

    /** The states that may follow this one. */
    Set<ConsultationStatus> next() {
        return switch (this) {
            case CALLED -> EnumSet.of(IN_CONSULTATION, CANCELLED);
            case IN_CONSULTATION -> EnumSet.of(CONCLUDED, CANCELLED);
            case CONCLUDED, CANCELLED -> EnumSet.noneOf(ConsultationStatus.class);
        };
    }
}
