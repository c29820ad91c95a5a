package org.coalition.meetings;

import static org.coalition.meetings.MeetingsDriver.as;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.testing.Plans;
import org.coalition.defaults.testing.SortedLists;
import org.coalition.defaults.testing.SqlLog;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each list finds its page by an index, in its order, and a page deep inside costs what the first one costs. With
 * {@code -Dplans.meetings=100000} on as many meetings, with ten items and a decision each.
 */
@QuarkusTest
class PlansTest {
    private static final int MEETINGS = ManyRows.MEETINGS;
    private static final String PARTY = ManyRows.PARTY;
    private static final String CALLER = Tokens.of(PARTY, "reader");

    @BeforeAll
    static void fill() throws SQLException {
        ManyRows.fill();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings",
                "/v1/meetings?status=CLOSED",
                "/v1/meetings?level=EXPERT",
                "/v1/meetings?host=PLANS",
                "/v1/decisions",
                "/v1/decisions?status=REJECTED",
                "/v1/decisions?meetingId=%s",
                "/v1/decisions?agendaItemId=%s",
                "/v1/decisions?reviewDue=true",
                "/v1/decision-register",
                "/v1/decision-register?year=2026",
                "/v1/statements",
                "/v1/statements?meetingId=%s",
                "/v1/action-items",
                "/v1/action-items?owner=PLANS",
                "/v1/action-items?meetingId=%s",
                "/v1/action-items?agendaItemId=%s",
                "/v1/action-items?status=DONE",
                "/v1/action-items?decisionId=%s",
                "/v1/series",
                "/v1/series?host=PLANS",
                "/v1/series?counterpart=PLANS",
                "/v1/consultations",
                "/v1/meetings?seriesId=%s",
                "/v1/recommendations",
                "/v1/recommendations?owner=PLANS",
                "/v1/recommendations?meetingId=%s",
                "/v1/recommendations?agendaItemId=%s",
                "/v1/recommendations?status=REJECTED",
                "/v1/parties?kind=STATE",
                "/v1/meetings/%s/agenda",
                "/v1/meetings/%s/delegations",
                "/v1/meetings/%s/attendances"
            })
    void aListFindsItsPageByAnIndexInItsOrder(String path) throws SQLException {
        for (String sql : selectsOf(path.formatted(Plans.row(1)))) {
            String plan = Plans.generic(
                    sql, "SET enable_seqscan = off", "SET enable_sort = off", "SET enable_bitmapscan = off");
            assertFalse(plan.contains("Seq Scan"), path + "\n" + sql + "\n" + plan);
            assertFalse(plan.contains("Sort"), path + "\n" + sql + "\n" + plan);
        }
    }

    @ParameterizedTest
    @MethodSource("searchedLists")
    void aSearchFindsItsWordsByAnIndex(String path) throws SQLException {
        for (String sql : selectsOf(path)) {
            String plan = Plans.generic(sql, "SET enable_seqscan = off", "SET enable_indexscan = off");
            assertTrue(plan.matches("(?s).*Bitmap Index Scan on [a-z_]+_search.*"), path + "\n" + sql + "\n" + plan);
        }
    }

    /** As the planner itself chooses, also when it has come to know the statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings?q=word",
                "/v1/decisions?q=word",
                "/v1/statements?q=word",
                "/v1/decision-register?q=word"
            })
    void aRareWordIsLookedUpAndAWordOfEveryRowIsNot(String path) throws SQLException {
        String sql = selectsOf(path).get(0);
        String rare = Integer.toString(MEETINGS / 2);
        assertTrue(Plans.natural(sql, after(1, rare)).contains("_search"), () -> path + "\n" + sql);
        // With few rows it is all the same to the planner.
        if (MEETINGS >= 100_000) {
            assertFalse(Plans.natural(sql, after(1, "word")).contains("_search"), () -> path + "\n" + sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings?limit=50",
                "/v1/decisions?limit=50",
                "/v1/statements?limit=50",
                "/v1/recommendations?limit=50",
                "/v1/action-items?limit=50",
                "/v1/series?limit=50",
                "/v1/consultations?limit=50"
            })
    void aPageDeepInsideReadsAsMuchAsTheFirst(String path) throws SQLException {
        String sql = selectsOf(path).get(0);
        long first = Plans.buffers(sql, after(1, PARTY));
        long deep = Plans.buffers(sql, after(MEETINGS * 9 / 10, PARTY));
        assertTrue(
                deep <= 2 * first + 20, path + ": " + first + " buffers for the first page, " + deep + " deep inside");
    }

    /** Both the first page and the one after it, whose place in the order an index has to find. */
    @ParameterizedTest
    @MethodSource("sortedLists")
    void aSortedListFindsItsPageByAnIndexInItsOrder(String list) throws SQLException {
        List<String> plans = new ArrayList<>();
        String first = list + "&limit=3";
        for (String sql : selectsOf(first)) {
            plans.add(plan(sql));
        }
        String next = as(CALLER).get(first).path("next");
        for (String sql : selectsOf(first + "&cursor=" + next)) {
            String plan = plan(sql);
            plans.add(plan);
            assertTrue(
                    !sql.contains(" as uuid))") || plan.matches("(?s).*Index Cond: [^\n]*ROW\\(.*"),
                    list + "\n" + sql + "\n" + plan);
        }
        plans.forEach(plan -> assertFalse(plan.contains("Seq Scan") || plan.contains("Sort"), list + "\n" + plan));
    }

    static List<String> searchedLists() {
        // There are never so many parties that an index for their words would be taken.
        return SortedLists.searchedOfContract("word").stream()
                .filter(path -> !path.startsWith("/v1/parties"))
                .toList();
    }

    static List<String> sortedLists() {
        return SortedLists.ofContract(Plans.row(1));
    }

    private static String plan(String sql) throws SQLException {
        return Plans.generic(sql, "SET enable_seqscan = off", "SET enable_sort = off", "SET enable_bitmapscan = off");
    }

    private static List<String> selectsOf(String path) {
        List<String> selects = SqlLog.during(() -> as(CALLER).get(path).then().statusCode(200)).stream()
                // Not what a scheduler asks meanwhile, to which all is visible.
                .filter(sql -> sql.startsWith("select") && (sql.contains("visible_to") || sql.contains("from party")))
                .toList();
        assertFalse(selects.isEmpty(), path);
        return selects;
    }

    private static Plans.Values after(int meeting, String words) {
        return (type, parameter, sql) -> switch (type) {
            case "uuid" -> "'" + Plans.row(meeting) + "'";
            case "bigint", "integer" -> sql.contains("offset " + parameter + " ") ? "0" : "51";
            default ->
                sql.contains("'english', " + parameter + ")") || sql.contains("length(" + parameter + ")")
                        ? "'" + words + "'"
                        : "'" + PARTY + "'";
        };
    }
}
