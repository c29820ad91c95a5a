package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                "/v1/statements?",
                "/v1/statements?party=FR&",
                "/v1/action-items?",
                "/v1/action-items?overdue=false&")) {
            assertEquals(1, statements(list + "limit=1"), list);
            assertEquals(1, statements(list + "limit=200"), list);
        }
        // The meeting itself, whether it may be seen, is the second.
        assertEquals(2, statements(meeting + "/delegations?limit=1"));
        assertEquals(2, statements(meeting + "/delegations?limit=200"));
        assertEquals(2, statements(meeting + "/agenda"));
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

    /** The least of several tries: the scheduler and the relay's watch may read meanwhile. */
    private long statements(String path) {
        return IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    long before = statistics.getPrepareStatementCount();
                    as(GB_CHAIR).get(path).then().statusCode(200);
                    return statistics.getPrepareStatementCount() - before;
                })
                .min()
                .orElseThrow();
    }
}
