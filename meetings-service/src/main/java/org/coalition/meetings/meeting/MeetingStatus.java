package org.coalition.meetings.meeting;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a meeting; the table is the only place that knows its arrows. */
public enum MeetingStatus {
    DRAFT,
    CONVENED,
    IN_PROGRESS,
    CLOSED,
    MINUTES_APPROVED,
    POSTPONED,
    CANCELLED;

    /** The states that may follow this one. */
    public Set<MeetingStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(CONVENED, POSTPONED, CANCELLED);
            case CONVENED -> EnumSet.of(IN_PROGRESS, POSTPONED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(MINUTES_APPROVED);
            case POSTPONED -> EnumSet.of(CONVENED);
            case MINUTES_APPROVED, CANCELLED -> EnumSet.noneOf(MeetingStatus.class);
        };
    }
}
