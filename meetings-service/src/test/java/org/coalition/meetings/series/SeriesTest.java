package org.coalition.meetings.series;

import static org.coalition.meetings.series.SampleSeries.NOW;
import static org.coalition.meetings.series.SampleSeries.reschedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.AgendaItemKind;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final TemplateItem POINT = new TemplateItem(AgendaItemKind.DISCUSSION, "Point", 10);
    private final Series series = SampleSeries.of("2026-01-12T10:00:00", "FREQ=WEEKLY", "Europe/London");

    @Test
    void thisAndFollowingChangeAndWhatWasBeforeStays() {
        said(series.reschedule(
                reschedule("20260126T100000", "2026-01-27T14:30:00", "FREQ=WEEKLY"), List.of(), "GB", NOW));
        assertEquals(List.of("20260112T100000", "20260119T100000", "20260127T143000", "20260203T143000"), first(4));
    }

    @Test
    void allThatFollowCanAlsoComeEarlier() {
        said(series.reschedule(
                reschedule("20260126T100000", "2026-01-22T09:00:00", "FREQ=WEEKLY"), List.of(), "GB", NOW));
        assertEquals(List.of("20260112T100000", "20260119T100000", "20260122T090000", "20260129T090000"), first(4));
        said(series.reschedule(
                reschedule("20260129T090000", "2026-01-30T09:00:00", "FREQ=WEEKLY"), List.of(), "GB", NOW));
        assertEquals(List.of("20260112T100000", "20260119T100000", "20260122T090000", "20260130T090000"), first(4));
    }

    @Test
    void allMeansFromTheFirstNotYetHeldOn() {
        said(series.reschedule(
                reschedule(null, "2026-01-28T10:00:00", "FREQ=MONTHLY"),
                List.of("20260112T100000", "20260119T100000"),
                "FR",
                Instant.parse("2026-01-20T00:00:00Z")));
        assertEquals(List.of("20260112T100000", "20260119T100000", "20260128T100000", "20260228T100000"), first(4));
    }

    @Test
    void whatIsPastStaysAlsoIfItWasNotHeld() {
        said(series.reschedule(
                reschedule(null, "2026-02-03T10:00:00", "FREQ=WEEKLY"),
                List.of(),
                "GB",
                Instant.parse("2026-01-20T00:00:00Z")));
        assertEquals(List.of("20260112T100000", "20260119T100000", "20260203T100000", "20260210T100000"), first(4));
    }

    @Test
    void whatWasHeldOrIsPastIsNotChanged() {
        List<String> held = List.of("20260126T100000");
        Instant then = Instant.parse("2026-01-20T00:00:00Z");
        assertFault(
                "/from",
                () -> said(series.reschedule(
                        reschedule("20260126T100000", "2026-02-03T10:00:00", "FREQ=WEEKLY"), held, "GB", then)));
        assertFault(
                "/from",
                () -> said(series.reschedule(
                        reschedule("20260119T100000", "2026-02-03T10:00:00", "FREQ=WEEKLY"), List.of(), "GB", then)));
        assertFault(
                "/from",
                () -> said(series.reschedule(
                        reschedule("20260127T100000", "2026-02-03T10:00:00", "FREQ=WEEKLY"), List.of(), "GB", then)));
        assertFault(
                "/start",
                () -> said(series.reschedule(
                        reschedule("20260202T100000", "2026-01-19T12:00:00", "FREQ=WEEKLY"), List.of(), "GB", then)));
        assertFault(
                "/start",
                () -> said(series.reschedule(
                        reschedule("20260202T100000", "2026-01-26T10:00:00", "FREQ=WEEKLY"), held, "GB", then)));
        assertFault(
                "/rule",
                () -> said(series.reschedule(
                        reschedule("20260202T100000", "2026-02-03T10:00:00", "FREQ=HOURLY"), held, "GB", then)));
        assertEquals(1, series.phases().size());
    }

    @Test
    void anExclusionOutlivesAChangeOnlyIfItsOccurrenceDoes() {
        said(series.exclude(at("20260119T100000"), "holiday", false, "GB", NOW));
        said(series.exclude(at("20260202T100000"), "holiday", false, "GB", NOW));
        said(series.reschedule(
                reschedule("20260126T100000", "2026-01-27T10:00:00", "FREQ=WEEKLY"), List.of(), "GB", NOW));
        assertEquals(List.of(new Exclusion("20260119T100000", "holiday")), series.exclusions());
        said(series.reinstate(at("20260119T100000"), "FR", NOW));
        assertEquals(List.of(), series.exclusions());
    }

    @Test
    void whatHasAMeetingOrIsPastIsNotLeftOut() {
        Occurrence first = at("20260112T100000");
        assertThrows(Conflict.class, () -> said(series.exclude(first, "why", true, "GB", NOW)));
        assertFault(
                "/occurrence",
                () -> said(series.exclude(first, "why", false, "GB", Instant.parse("2026-01-13T00:00:00Z"))));
    }

    @Test
    void nobodyButHostAndChairRunsASeriesAndTheCounterpartHasAWordToo() {
        List<Consumer<String>> verbs = List.of(
                by -> said(series.revise(series.details(), by)),
                by -> said(
                        series.reschedule(reschedule(null, "2026-02-03T10:00:00", "FREQ=WEEKLY"), List.of(), by, NOW)),
                by -> said(series.exclude(at("20260119T100000"), "why", false, by, NOW)),
                by -> said(series.reinstate(at("20260119T100000"), by, NOW)),
                series::requireRunBy);
        for (Consumer<String> verb : verbs) {
            assertThrows(NotAllowed.class, () -> verb.accept("US"));
        }
        said(series.addToBacklog(POINT, "US", NOW));
        assertThrows(NotAllowed.class, () -> series.addToBacklog(POINT, "DE", NOW));
        assertThrows(
                NotAllowed.class,
                () -> Series.establish(
                        UUID.randomUUID(),
                        SampleSeries.request("2026-01-12T10:00:00", "FREQ=WEEKLY", "Europe/London"),
                        "US",
                        NOW));
    }

    @Test
    void whatWaitsIsBoundedAndTakenOnce() {
        for (int i = 0; i < BacklogPoint.MOST; i++) {
            said(series.addToBacklog(POINT, "GB", NOW));
        }
        assertThrows(Conflict.class, () -> series.addToBacklog(POINT, "GB", NOW));
        UUID meeting = UUID.randomUUID();
        assertEquals(new SeriesEvent.BacklogTaken(meeting, BacklogPoint.MOST), series.takeBacklog(meeting));
        assertEquals(List.of(), series.backlog());
    }

    private Occurrence at(String id) {
        return series.timetable().at(id).orElseThrow();
    }

    private List<String> first(int most) {
        return series.timetable().before(LocalDateTime.MAX).stream()
                .limit(most)
                .map(Occurrence::id)
                .toList();
    }

    private static void assertFault(String pointer, Runnable move) {
        RuleViolated refusal = assertThrows(RuleViolated.class, move::run);
        assertEquals(pointer, refusal.problem(null, null).errors().get(0).pointer());
    }

    private static void said(SeriesEvent event) {
        assertEquals(SeriesEvent.class, event.getClass().getInterfaces()[0]);
    }
}
