package org.coalition.meetings.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time zone that is read out of a feed shows the same clocks as the platform's own. */
class ClockChangesTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant SHOWN = Instant.parse("2030-12-31T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/London",
                "Europe/Kyiv",
                "America/New_York",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Asia/Jerusalem",
                "Asia/Tehran",
                "Africa/Casablanca",
                "Africa/Cairo",
                "America/Nuuk",
                "Asia/Kathmandu",
                "Etc/UTC",
                "UTC"
            })
    void theClocksAreThoseOfThePlatform(String name) throws Exception {
        ZoneId zone = ZoneId.of(name);
        String text = feed(zone);
        assertTrue(text.contains("TZID:" + name + "\r\n"), text);
        TreeMap<Instant, Integer> offsets = offsets(text);
        for (Instant at = BEGIN; at.isBefore(SHOWN); at = at.plus(Duration.ofMinutes(6 * 60 + 30))) {
            assertEquals(
                    zone.getRules().getOffset(at).getTotalSeconds(),
                    offsets.floorEntry(at).getValue(),
                    name + " at " + at + "\n" + text);
        }
    }

    @Test
    void whatRecursEveryYearIsWrittenAsARuleAndHoldsForEver() {
        String london = feed(ZoneId.of("Europe/London"));
        assertTrue(london.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"), london);
        assertTrue(london.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"), london);
        assertFalse(london.contains("RDATE"), london);
        assertFalse(feed(ZoneId.of("Africa/Casablanca")).contains("RRULE"), "Ramadan has no such rule");
    }

    @Test
    void whatOnlyLooksYearlyIsNotARule() {
        List<LocalDateTime> once = List.of(LocalDateTime.parse("2026-03-29T01:00:00"));
        assertEquals(Optional.empty(), ClockChanges.yearly(once, 2026));
    }

    /** As RFC 5545, section 3.6.5 has it: from each onset on, shown by the clocks as they went before, an offset holds. */
    private static TreeMap<Instant, Integer> offsets(String text) throws Exception {
        TreeMap<Instant, Integer> offsets = new TreeMap<>();
        for (String observance : text.split("BEGIN:(?:STANDARD|DAYLIGHT)\r\n", -1)) {
            if (!observance.contains("TZOFFSETTO")) {
                continue;
            }
            ZoneOffset from = ZoneOffset.of(value(observance, "TZOFFSETFROM"));
            ZoneOffset to = ZoneOffset.of(value(observance, "TZOFFSETTO"));
            LocalDateTime start = LocalDateTime.parse(value(observance, "DTSTART"), LOCAL);
            List<LocalDateTime> onsets = new ArrayList<>(List.of(start));
            if (observance.contains("RRULE:")) {
                RecurrenceRuleIterator walk = new RecurrenceRule(value(observance, "RRULE"))
                        .iterator(DateTime.parse(value(observance, "DTSTART")));
                for (int i = 0; i < 20; i++) {
                    onsets.add(LocalDateTime.parse(walk.nextDateTime().toString(), LOCAL));
                }
            }
            if (observance.contains("RDATE:")) {
                for (String date : value(observance, "RDATE").split(",", -1)) {
                    onsets.add(LocalDateTime.parse(date, LOCAL));
                }
            }
            onsets.forEach(onset -> offsets.put(onset.toInstant(from), to.getTotalSeconds()));
        }
        return offsets;
    }

    private static String value(String observance, String property) {
        return observance.replaceAll("(?s).*?\\b" + property + ":([^\r]*).*", "$1");
    }

    private static String feed(ZoneId zone) {
        Feed feed = new Feed("Clocks");
        for (Instant time : List.of(BEGIN, SHOWN)) {
            VEvent event = new VEvent();
            event.setUid("event");
            event.setDateTimeStamp(Date.from(BEGIN));
            feed.time(event, time, time.plusSeconds(60), zone);
            feed.add(event);
        }
        return new String(feed.bytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
