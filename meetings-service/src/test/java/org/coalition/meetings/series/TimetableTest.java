package org.coalition.meetings.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theWallClockHourSurvivesBothChangesOfTheClocks() {
        assertEquals(
                List.of(
                        "20260322T100000 2026-03-22T10:00:00Z",
                        "20260329T100000 2026-03-29T09:00:00Z",
                        "20260405T100000 2026-04-05T09:00:00Z"),
                shown(SampleSeries.of("2026-03-22T10:00:00", "FREQ=WEEKLY", "Europe/London"), "2026-04-06T00:00:00Z"));
        assertEquals(
                List.of(
                        "20261018T100000 2026-10-18T09:00:00Z",
                        "20261025T100000 2026-10-25T10:00:00Z",
                        "20261101T100000 2026-11-01T10:00:00Z"),
                shown(SampleSeries.of("2026-10-18T10:00:00", "FREQ=WEEKLY", "Europe/London"), "2026-11-02T00:00:00Z"));
    }

    @Test
    void aTimeThatTheClocksSkipIsAsMuchLater() {
        assertEquals(
                List.of(
                        "20260328T013000 2026-03-28T01:30:00Z",
                        "20260329T013000 2026-03-29T01:30:00Z",
                        "20260330T013000 2026-03-30T00:30:00Z"),
                shown(SampleSeries.of("2026-03-28T01:30:00", "FREQ=DAILY", "Europe/London"), "2026-03-31T00:00:00Z"));
    }

    @Test
    void ofATimeThatTheClocksShowTwiceItIsTheFirst() {
        assertEquals(
                List.of(
                        "20261024T013000 2026-10-24T00:30:00Z",
                        "20261025T013000 2026-10-25T00:30:00Z",
                        "20261026T013000 2026-10-26T01:30:00Z"),
                shown(SampleSeries.of("2026-10-24T01:30:00", "FREQ=DAILY", "Europe/London"), "2026-10-27T00:00:00Z"));
    }

    @Test
    void aSeriesDoesNotBeginAtATimeThatTheClocksSkip() {
        RuleViolated refusal = assertThrows(
                RuleViolated.class, () -> SampleSeries.of("2026-03-29T01:30:00", "FREQ=DAILY", "Europe/London"));
        assertEquals("/start", refusal.problem(null, null).errors().get(0).pointer());
    }

    @Test
    void anOccurrenceIsFoundByItsIdAndNothingElseIs() {
        Timetable timetable = SampleSeries.of("2026-01-12T10:00:00", "FREQ=WEEKLY", "Europe/London")
                .timetable();
        assertEquals(
                "20260119T100000", timetable.at("20260119T100000").orElseThrow().id());
        for (String other : List.of(
                "20260120T100000", "20260119T110000", "20260105T100000", "20260230T100000", "99999999T999999")) {
            assertTrue(timetable.at(other).isEmpty(), other);
        }
    }

    private static List<String> shown(Series series, String until) {
        return series.timetable().between(FROM, Instant.parse(until)).stream()
                .map(occurrence -> occurrence.id() + " " + occurrence.start())
                .toList();
    }
}
