package org.coalition.initiatives.finding;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a finding; the table is the only place that knows its arrows. */
public enum FindingStatus {
    /** No action is agreed on. */
    OPEN_UNRESOLVED,
    /** The owner's action plan is agreed on, and not shown to be done. */
    OPEN_RESOLVED,
    /** Who raised it has accepted the evidence. */
    CLOSED;

    /** The states that may follow this one: either of the later two can be reopened. */
    Set<FindingStatus> next() {
        return switch (this) {
            case OPEN_UNRESOLVED -> EnumSet.of(OPEN_RESOLVED);
            case OPEN_RESOLVED -> EnumSet.of(CLOSED, OPEN_UNRESOLVED);
            case CLOSED -> EnumSet.of(OPEN_UNRESOLVED);
        };
    }
}
