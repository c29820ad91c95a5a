package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read makes as many statements for much as for little. */
@QuarkusTest
class ReadsTest {
    private static final int MANY = 12;

    private String meeting;
    private String item;
    private String decision;

    @BeforeEach
    void decide() {
        meeting = MeetingsService.meeting("COALITION");
        item = MeetingsService.agendaItem(meeting, 1);
        decision = MeetingsService.decision(meeting, item, "ADOPTED");
    }

    @Test
    void aListMakesTheSameStatementsForAnyPage() {
        List<String> initiatives = grow(MANY);
        String line = contribution(FR, initiatives.get(0));
        for (int i = 1; i < MANY; i++) {
            contribution(FR, initiatives.get(0));
        }
        for (int i = 0; i < MANY; i++) {
            created(post(FR, line + "/entries", entry("PLEDGE", "1")));
        }
        assertSameStatements(8, "/v1/initiatives?originDecision=" + decision);
        assertSameStatements(1, "/v1/contributions?initiativeId=" + id(initiatives.get(0)));
        assertSameStatements(3, line + "/entries?");
    }

    @Test
    void aLineIsReadByOneStatementHoweverLongItsLedger() {
        String line = contribution(FR, grow(1).get(0));
        assertEquals(1, statements(line));
        for (int i = 0; i < MANY; i++) {
            created(post(FR, line + "/entries", entry("PLEDGE", "1")));
        }
        assertEquals(1, statements(line));
    }

    @Test
    void aTraceMakesTheSameStatementsHoweverMuchThereIs() {
        String initiative = grow(1).get(0);
        String line = contribution(FR, initiative);
        List<String> traces = List.of(
                "/v1/trace/meeting/" + meeting,
                "/v1/trace/agenda-item/" + item,
                "/v1/trace/decision/" + decision,
                "/v1/trace/initiative/" + id(initiative),
                "/v1/trace/contribution/" + id(line));
        List<Integer> few = traces.stream().map(ReadsTest::statements).toList();
        grow(MANY).forEach(other -> contribution(FR, other));
        for (int i = 0; i < MANY; i++) {
            contribution(FR, initiative);
            MeetingsService.recommendation(meeting, item);
            MeetingsService.agendaItem(meeting, i + 2);
            MeetingsService.decision(meeting, item, "OPEN");
        }
        assertEquals(few, traces.stream().map(ReadsTest::statements).toList());
        assertTrue(few.stream().allMatch(count -> count > 0 && count < 14), few.toString());
    }

    /** The other one asks what is under way. */
    @Test
    void totalsAreOneStatementOfTwo() {
        contribution(FR, grow(1).get(0));
        assertEquals(2, statements("/v1/totals?by=party,aspect,track"));
    }

    private List<String> grow(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> initiativeOf(decision, "COALITION"))
                .toList();
    }

    private static void assertSameStatements(int most, String list) {
        String first = list + (list.endsWith("?") ? "" : "&") + "limit=";
        int small = statements(first + 1);
        assertEquals(small, statements(first + MANY), list);
        assertTrue(small > 0 && small <= most, small + " statements for " + list);
    }

    private static int statements(String path) {
        return Statements.of(() -> as(FR).get(path).then().statusCode(200));
    }
}
