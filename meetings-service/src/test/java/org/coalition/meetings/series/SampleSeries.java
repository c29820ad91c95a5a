package org.coalition.meetings.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.MeetingFormat;
import org.coalition.meetings.meeting.MeetingLevel;

/** Series that GB hosts and FR chairs, with the US as counterpart. */
final class SampleSeries {
    /** Before the first occurrence of each. */
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private SampleSeries() {}

    static Series of(String start, String rule, String zone) {
        return Series.establish(UUID.randomUUID(), request(start, rule, zone), "GB", NOW)
                .aggregate();
    }

    static EstablishSeries request(String start, String rule, String zone) {
        return new EstablishSeries(
                "Consultations",
                MeetingLevel.SENIOR_OFFICIALS,
                MeetingFormat.ONLINE,
                "GB",
                new Chair("FR", null),
                "US",
                null,
                Period.ofMonths(3),
                List.of(),
                Visibility.COALITION,
                List.of(),
                zone,
                LocalDateTime.parse(start),
                Duration.ofHours(2),
                rule,
                null);
    }

    static Reschedule reschedule(String from, String start, String rule) {
        return new Reschedule(from, LocalDateTime.parse(start), rule, Duration.ofHours(1), null, "why");
    }
}
