package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
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
        }
        for (String list : List.of("/v1/meetings?", "/v1/decisions?", "/v1/recommendations?", "/v1/parties?")) {
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
