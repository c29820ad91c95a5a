package org.coalition.initiatives.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A day by whose end in UTC something is to be reached; the day itself is not too late. */
record DueDate(LocalDate day) {
    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Full days since; 0 if it has not passed. */
    long daysPast(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today(now)));
    }

    /** When it has passed. */
    Instant end() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
