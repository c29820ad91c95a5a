package org.coalition.defaults.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times and dates as RFC 3339 writes them, which is less than the library reads: no year but of four digits, above all. */
final class Rfc3339 {
    private static final String FULL_DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern DATE = Pattern.compile(FULL_DATE);
    private static final Pattern TIME =
            Pattern.compile(FULL_DATE + "T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern LOCAL = Pattern.compile(FULL_DATE + "T\\d{2}:\\d{2}:\\d{2}");

    private Rfc3339() {}

    /** To the microsecond, which is what the database keeps: so a value read back equals the one that was given. */
    static Instant instant(String text) {
        return OffsetDateTime.parse(formed(TIME, text)).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDate date(String text) {
        return LocalDate.parse(formed(DATE, text));
    }

    /** A time on the clock of a place that the context names. */
    static LocalDateTime local(String text) {
        return LocalDateTime.parse(formed(LOCAL, text));
    }

    private static String formed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeException("Not in the form of RFC 3339");
        }
        return text;
    }
}
