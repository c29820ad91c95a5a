package org.coalition.meetings.agenda;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an agenda item; the table is the only place that knows its arrows. */
enum AgendaItemStatus {
    OPEN,
    CONCLUDED,
    CARRIED_OVER;

    /** The states that may follow this one. */
    Set<AgendaItemStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(CONCLUDED, CARRIED_OVER);
            case CONCLUDED, CARRIED_OVER -> EnumSet.noneOf(AgendaItemStatus.class);
        };
    }
}
