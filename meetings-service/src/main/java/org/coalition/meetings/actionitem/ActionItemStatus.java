package org.coalition.meetings.actionitem;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an action item; the table is the only place that knows its arrows. */
public enum ActionItemStatus {
    OPEN,
    IN_PROGRESS,
    DONE,
    VERIFIED,
    CANCELLED;

    /** The states that may follow this one; from DONE back to IN_PROGRESS if the verification is refused. */
    Set<ActionItemStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(DONE, CANCELLED);
            case DONE -> EnumSet.of(VERIFIED, IN_PROGRESS);
            case VERIFIED, CANCELLED -> EnumSet.noneOf(ActionItemStatus.class);
        };
    }

    /** Whether its owner still has to do something. */
    boolean isPending() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
