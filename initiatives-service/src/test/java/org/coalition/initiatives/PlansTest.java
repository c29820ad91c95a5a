package org.coalition.initiatives;

import static org.coalition.initiatives.InitiativesDriver.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.testing.Plans;
import org.coalition.defaults.testing.SortedLists;
import org.coalition.defaults.testing.SqlLog;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each list finds its page by an index, in its order, and a page deep inside costs what the first one costs; totals come from
 * what was added up beforehand. With {@code -Dplans.contributions=1000000} on as many, with ten entries each.
 */
@QuarkusTest
class PlansTest {
    private static final int CONTRIBUTIONS = ManyRows.CONTRIBUTIONS;
    private static final String PARTY = ManyRows.PARTY;
    private static final String CALLER = Tokens.of(PARTY, "reader");

    @BeforeAll
    static void fill() throws SQLException {
        ManyRows.fill();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/initiatives",
                "/v1/initiatives?aspect=TRAINING",
                "/v1/initiatives?status=CLOSED",
                "/v1/initiatives?parentId=%s",
                "/v1/contributions",
                "/v1/contributions?initiativeId=%s",
                "/v1/contributions?party=PLANS",
                "/v1/contributions?track=MILITARY",
                "/v1/contributions?instrument=GRANT",
                "/v1/contributions?splitFrom=%s",
                "/v1/contributions/%s/entries",
                "/v1/contributions/%s/entries?kind=PLEDGE",
                "/v1/totals/entries",
                "/v1/deliveries",
                "/v1/deliveries?contributionId=%s",
                "/v1/deliveries?initiativeId=%s",
                "/v1/deliveries?party=PLANS",
                "/v1/deliveries?recipient=UA",
                "/v1/deliveries?stage=READY",
                "/v1/deliveries?late=true",
                "/v1/needs",
                "/v1/needs?recipient=UA",
                "/v1/needs?status=OPEN",
                "/v1/needs?priority=HIGH",
                "/v1/needs?initiativeId=%s",
                "/v1/milestones",
                "/v1/milestones?initiativeId=%s",
                "/v1/milestones?status=MET",
                "/v1/exchange-rates",
                "/v1/exchange-rates?base=EUR",
                "/v1/exchange-rates?quote=EUR",
                "/v1/transparency-reports",
                "/v1/transparency-reports?quarter=2026-Q1"
            })
    void aListFindsItsPageByAnIndexInItsOrder(String path) throws SQLException {
        for (String sql : selectsOf(path.formatted(Plans.row(1)))) {
            String plan = Plans.generic(
                    sql, "SET enable_seqscan = off", "SET enable_sort = off", "SET enable_bitmapscan = off");
            assertFalse(plan.contains("Seq Scan"), path + "\n" + sql + "\n" + plan);
            assertFalse(plan.contains("Sort"), path + "\n" + sql + "\n" + plan);
        }
    }

    /** Where there is much to choose from, an index that holds the few is what the planner takes by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/deliveries?late=true delivery_perhaps_late"})
    void aRareStateIsLookedUpAndNotWalkedFor(String pathAndIndex) throws SQLException {
        String[] expected = pathAndIndex.split(" ", -1);
        String sql = selectsOf(expected[0]).get(0);
        String plan =
                Plans.generic(sql, "SET enable_seqscan = off", "SET enable_sort = off", "SET enable_bitmapscan = off");
        assertTrue(plan.contains(expected[1]), sql + "\n" + plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/contributions?limit=50",
                "/v1/totals/entries?limit=50",
                "/v1/deliveries?limit=50",
                "/v1/deliveries?late=true&limit=50",
                "/v1/needs?limit=50",
                "/v1/milestones?limit=50"
            })
    void aPageDeepInsideReadsAsMuchAsTheFirst(String path) throws SQLException {
        String sql = selectsOf(path).get(0);
        long first = Plans.buffers(sql, after(1));
        long deep = Plans.buffers(sql, after(CONTRIBUTIONS * 9 / 10));
        assertTrue(
                deep <= 2 * first + 20, path + ": " + first + " buffers for the first page, " + deep + " deep inside");
    }

    @Test
    void totalsReadTheSummaryAndNeitherLinesNorLedgers() throws SQLException {
        for (String by : List.of("party,aspect", "track,month", "instrument,year&from=2024-02-01")) {
            List<String> selects = selectsOf("/v1/totals?by=" + by);
            assertEquals(1, selects.size(), by);
            String plan = Plans.analyzed(selects.get(0), after(1));
            assertTrue(plan.contains("on ledger_total"), plan);
            assertFalse(plan.contains("contribution") || plan.contains("ledger_entry"), plan);
        }
    }

    @Test
    void totalsByInitiativeComeFromTheLinesAndTouchNoLedger() throws SQLException {
        String plan = Plans.analyzed(
                selectsOf("/v1/totals?by=party,aspect&initiativeId=" + Plans.row(1))
                        .get(0),
                after(1));
        List<String> ledgers =
                plan.lines().filter(line -> line.contains("on ledger_entry")).toList();
        assertFalse(ledgers.isEmpty(), plan);
        assertTrue(ledgers.stream().allMatch(line -> line.contains("never executed")), plan);
    }

    /** By way of an initiative the lines are read, by way of a day that is not the first of a month the ledgers. */
    @Test
    void allWaysToAddUpComeToTheSame() throws SQLException {
        String asOf = as(CALLER).get("/v1/totals").path("asOf");
        String ofOne = "/v1/totals?by=party,track&asOf=" + asOf + "&initiativeId=" + Plans.row(1);
        String lines = as(CALLER).get(ofOne).asString();
        assertTrue(lines.contains("\"pledged\""), lines);
        assertEquals(as(CALLER).get(ofOne + "&from=1900-01-02").asString().replace("from=1900-01-02&", ""), lines);
        assertEquals(List.of(), whereSummaryAndLedgersDiffer());
    }

    private static List<String> whereSummaryAndLedgersDiffer() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT aspect, party, track, currency, kind, sum(amount)
                        FROM (SELECT aspect, party, track, currency, kind, amount FROM ledger_total WHERE 'PLANS' = ANY (visible_to)
                              UNION ALL
                              SELECT i.aspect, c.party, c.track, c.currency, e.kind, -e.amount
                              FROM ledger_entry e JOIN contribution c ON c.id = e.contribution_id JOIN initiative i ON i.id = c.initiative_id
                              WHERE 'PLANS' = ANY (i.visible_to)) both_ways
                        GROUP BY 1, 2, 3, 4, 5 HAVING sum(amount) <> 0""")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(6));
            }
        }
        return found;
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

    @ParameterizedTest
    @MethodSource("searchedLists")
    void aSearchFindsItsWordsByAnIndex(String path) throws SQLException {
        for (String sql : selectsOf(path)) {
            String plan = Plans.generic(sql, "SET enable_seqscan = off", "SET enable_indexscan = off");
            assertTrue(plan.matches("(?s).*Bitmap Index Scan on [a-z_]+_search.*"), path + "\n" + sql + "\n" + plan);
        }
    }

    static List<String> searchedLists() {
        // There are too few initiatives here for an index of their words to be taken.
        return SortedLists.searchedOfContract("word").stream()
                .filter(path -> !path.startsWith("/v1/initiatives"))
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
                .filter(sql -> sql.startsWith("select")
                        && !sql.contains("lost_mandate lm")
                        && sql.matches(
                                "(?s).*(visible_to|from ledger_entry|from exchange_rate|from transparency_report).*"))
                .toList();
        assertFalse(selects.isEmpty(), path);
        return selects;
    }

    private static Plans.Values after(int row) {
        return (type, parameter, sql) -> switch (type) {
            case "uuid" -> "'" + Plans.row(row) + "'";
            // A page, or the most lines of totals.
            case "bigint", "integer" -> sql.contains(" group by ") ? "1001" : "51";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now()";
            default -> "'" + PARTY + "'";
        };
    }
}
