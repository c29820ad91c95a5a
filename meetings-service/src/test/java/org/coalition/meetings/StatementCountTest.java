package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coalition.meetings.series.Consultations;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read costs the same number of statements whatever it finds. */
@QuarkusTest
class StatementCountTest {
    @Inject
    SessionFactory sessions;

    @Inject
    TestClock clock;

    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void aPageIsOneStatementHoweverLongItIs() {
        String meeting = inProgress("RESTRICTED", List.of("FR", "DE", "UA"));
        for (int i = 0; i < 5; i++) {
            String decision = decision(meeting, "CONSENSUS");
            String item = as(GB_CHAIR).get(decision).jsonPath().getString("agendaItemId");
            created(post(
                    GB_CHAIR,
                    "/v1/agenda-items/" + item + "/recommendations",
                    Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction")));
            created(post(
                    GB_CHAIR,
                    "/v1/agenda-items/" + item + "/statements",
                    Map.of("text", "We stand together.", "requiredParties", List.of("GB"))));
            created(post(
                    GB_CHAIR,
                    "/v1/agenda-items/" + item + "/action-items",
                    Map.of("title", "Train crews", "owner", "GB", "dueOn", "2099-12-31")));
        }
        for (String list : List.of(
                "/v1/meetings?",
                "/v1/decisions?",
                "/v1/recommendations?",
                "/v1/parties?",
                "/v1/consultations?",
                "/v1/statements?",
                "/v1/statements?party=FR&",
                "/v1/action-items?",
                "/v1/action-items?overdue=false&")) {
            assertEquals(1, statements(list + "limit=1"), list);
            assertEquals(1, statements(list + "limit=200"), list);
        }
        // The first looks for silences that have lasted, which get their number before they are listed.
        assertEquals(2, statements("/v1/decision-register?limit=1"));
        assertEquals(2, statements("/v1/decision-register?limit=200&inForce=true&party=FR"));
        assertEquals(1, statements("/v1/decisions?reviewDue=true"));
        // Overall, by rule, by focus area, those without a result, and the items.
        assertEquals(5, statements("/v1/reports/decision-latency"));
        // The meeting itself, whether it may be seen, is the second.
        assertEquals(2, statements(meeting + "/delegations?limit=1"));
        assertEquals(2, statements(meeting + "/delegations?limit=200"));
        assertEquals(2, statements(meeting + "/agenda"));
    }

    @Test
    void aSeriesAndACalendarAreAFewStatementsHoweverManyMeetingsTheyHave() {
        LocalDateTime start = Consultations.monday(clock, 1);
        for (int weeks : new int[] {1, 10}) {
            String series = Consultations.established(start, "FREQ=WEEKLY", "COALITION");
            String meeting = Consultations.meetingOf(
                    Consultations.planned(
                            series,
                            Consultations.Occurrences.instant(
                                    start.plusWeeks(weeks).minusDays(1))),
                    start);
            delegation(meeting, "FR");
            delegation(meeting, "DE");
            assertEquals(1, statements("/v1/series?overdue=true&limit=200"));
            assertEquals(1, statements("/v1/meetings?seriesId=" + series.substring("/v1/series/".length())));
            // The series, and its meetings.
            assertEquals(2, statements(series + "/cadence"));
            assertEquals(2, statements(series + "/occurrences?from=" + Consultations.Occurrences.instant(start)));
            // And their delegations, and the names of the parties.
            assertEquals(4, statements(series + "/calendar"));
            assertEquals(3, statements(meeting + "/calendar"));
            assertEquals(4, statements("/v1/parties/GB/calendar"));
        }
    }

    @Test
    void aSingleResourceIsOneStatementAndOneForEachThatItBelongsTo() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = agendaItem(meeting, "Item");
        String decision = decision(meeting, "CONSENSUS");
        assertEquals(1, statements(meeting));
        assertEquals(1, statements("/v1/parties/GB"));
        assertEquals(2, statements(item));
        assertEquals(3, statements(decision));
        String statement = created(post(GB_CHAIR, item + "/statements", Map.of("text", "We stand together.")));
        assertEquals(3, statements(statement));
        // The earlier versions are the fourth, however many there are.
        assertEquals(4, statements(statement + "/versions"));
        assertEquals(3, statements(statement + "/versions/1"));
        // The party, and its list.
        assertEquals(2, statements("/v1/parties/GB/contact-points"));
    }

    @Test
    void whatIsCompiledIsAsManyStatementsForManyMeetingsAsForNone() {
        String minutes =
                circulated(closed("COALITION", List.of("FR")), clock.instant().plusSeconds(600), "Text.");
        String correction =
                created(post(GB_CHAIR, minutes + "/corrections", Map.of("section", 1, "text", "x", "reason", "why")));
        for (int i = 0; i < 4; i++) {
            String meeting = inProgress("COALITION", List.of("FR", "DE"));
            decision(meeting, "CONSENSUS");
            minutes(meeting, "Text.");
        }
        assertEquals(2, statements(minutes));
        assertEquals(3, statements(correction));
        // The minutes, the meeting that they are about, and the page.
        assertEquals(3, statements(minutes + "/corrections"));
        assertEquals(3, statements(minutes + "/versions"));
        // The same two, and one for each kind of what is recorded.
        assertEquals(10, statements(minutes + "/proceedings"));
        assertEquals(9, statements("/v1/minutes/compilation?from=2026-01-12T00:00:00Z&until=2026-01-13T00:00:00Z"));
        assertEquals(9, statements("/v1/minutes/compilation?from=1926-01-12T00:00:00Z&until=1926-01-13T00:00:00Z"));
    }

    @Test
    void aReportOnConsultationsIsTwoStatementsHoweverManyThereAre() {
        MeetingsDriver.registerParties();
        String from = clock.instant().toString();
        String consultation = null;
        for (int i = 0; i < 3; i++) {
            consultation = created(post(
                    GB_CHAIR,
                    "/v1/consultations",
                    Map.of(
                            "title", "Power grid",
                            "trigger", "An attack",
                            "proposedResponses", List.of("Generators"),
                            "level", "LEADERS",
                            "visibility", "COALITION",
                            "consultedParties", List.of("FR"))));
        }
        String until = clock.instant().plusSeconds(1).toString();
        assertEquals(1, statements(consultation));
        assertEquals(2, statements(consultation + "/timing"));
        assertEquals(2, statements("/v1/reports/consultations?from=" + from + "&until=" + until));
        assertEquals(2, statements("/v1/reports/consultations?from=1926-01-01T00:00:00Z&until=1926-02-01T00:00:00Z"));
    }

    /** With a second one each, parties that come together would wait for connections that they keep from each other. */
    @Test
    void aChangeOfADecisionTakesOneConnection() {
        String decision = decision(inProgress("COALITION", List.of("GB")), "CONSENSUS");
        ok(move(GB_CHAIR, decision + "/opening"));
        long least = IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    long before = statistics.getConnectCount();
                    ok(post(GB_CHAIR, decision + "/positions", Map.of("stance", "FOR")));
                    return statistics.getConnectCount() - before;
                })
                .min()
                .orElseThrow();
        assertEquals(1, least);
    }

    /** The least of several tries: the scheduler and the relay's watch may read meanwhile. */
    private long statements(String path) {
        return IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    long before = statistics.getPrepareStatementCount();
                    as(GB_CHAIR).accept("*/*").get(path).then().statusCode(200);
                    return statistics.getPrepareStatementCount() - before;
                })
                .min()
                .orElseThrow();
    }
}
