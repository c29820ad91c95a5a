package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One time at which a series takes place by its rule.
 *
 * @param original its start on the wall clock, which is its id within the series whatever becomes of its meeting
 */
record Occurrence(LocalDateTime original, Phase phase, ZoneId zone) {
    static final String ID = "\\d{8}T\\d{6}";

    String id() {
        return Recurrence.LOCAL.format(original);
    }

    /** A time that the clocks skip is as much later as they skip; of one that they show twice it is the first (RFC 5545, 3.3.5). */
    Instant start() {
        return ZonedDateTime.of(original, zone).toInstant();
    }

    Instant end() {
        return start().plus(phase.duration());
    }
}
