package org.coalition.gateway.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The field {@code Retry-After} (RFC 9110, section 10.2.3), in seconds or as a date. */
final class RetryAfter {
    private static final Duration MOST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Between now and in a day; null if nothing is said that can be read. */
    static Duration read(String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            Duration wanted = value.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wanted.isNegative() ? Duration.ZERO : wanted.compareTo(MOST) > 0 ? MOST : wanted;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
