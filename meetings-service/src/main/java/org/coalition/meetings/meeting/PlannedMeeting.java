package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A meeting of a series, as far as the series needs to know it.
 *
 * @param occurrence the occurrence of the series from which it was planned
 * @param actualStart when it was opened; null as long as it was not held
 */
public record PlannedMeeting(
        UUID id,
        String occurrence,
        MeetingStatus status,
        String title,
        Instant plannedStart,
        Instant plannedEnd,
        Instant actualStart) {

    /** Held, or being held. */
    public boolean isHeld() {
        return actualStart != null;
    }

    /** Still to be held: neither held nor cancelled, nor past. */
    public boolean isAhead(Instant now) {
        return !isHeld() && status != MeetingStatus.CANCELLED && plannedEnd.isAfter(now);
    }
}
