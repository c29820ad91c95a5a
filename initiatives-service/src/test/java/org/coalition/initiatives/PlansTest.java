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
import org.coalition.defaults.testing.SqlLog;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each list finds its page by an index, in its order, and a page deep inside costs what the first one costs; totals come from
 * what was added up beforehand. With {@code -Dplans.contributions=1000000} on as many, with ten entries each.
 */
@QuarkusTest
class PlansTest {
    private static final int CONTRIBUTIONS = Integer.getInteger("plans.contributions", 2_000);
    /** Nobody else may know of what is filled in here, so that no other test meets it. */
    private static final String PARTY = "PLANS";

    private static final String CALLER = Tokens.of(PARTY, "reader");

    @BeforeAll
    static void fill() throws SQLException {
        Plans.fill(ROWS, "CONTRIBUTIONS", CONTRIBUTIONS);
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

    /** An initiative for each hundred lines; the figures of a line are those of its entries. */
    private static final List<String> ROWS = List.of("""
            INSERT INTO initiative (id, version, created_at, updated_at, title, aspect, support_measures, expected_outcomes,
              lead_parties, participants, recipients, visibility, visible_to, status)
            SELECT ID(i), 1, now(), now(), 'Initiative ' || i, (ARRAY['TRAINING', 'MILITARY_SUPPORT', 'CYBER_DEFENSE'])[1 + i % 3],
              '{}', '{}', '{PLANS}', '{}', '{UA}', 'RESTRICTED', '{PLANS}', 'PIPELINE'
            FROM generate_series(1, 1 + CONTRIBUTIONS / 100) i""", """
            INSERT INTO initiative_aspect (initiative_id, aspect, since, until)
            SELECT id, aspect, '-infinity', 'infinity' FROM initiative WHERE id >= ID(0)""", """
            INSERT INTO contribution (id, version, created_at, updated_at, initiative_id, party, track, instrument, description,
              currency, pledged, committed, allocated, disbursed, entry_count, last_entry_at)
            SELECT ID(i), 11, now(), now(), ID(1 + i / 100), CASE i % 5 WHEN 0 THEN 'PLANS' ELSE 'PLANS' || i % 30 END,
              (ARRAY['MILITARY', 'HUMANITARIAN', 'ECONOMIC', 'DIPLOMATIC'])[1 + i % 4], (ARRAY['GRANT', 'LOAN'])[1 + i % 2], 'Line ' || i,
              (ARRAY['EUR', 'USD', 'GBP'])[1 + i % 3], 7 + 2 * (i % 10), 22 + 4 * (i % 10), 14 + 2 * (i % 10), 12 + 2 * (i % 10), 10,
              '2024-01-01'::timestamptz + interval '300 days' + (i % 86400) * interval '1 second'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by)
            SELECT ID(i * 10 + j), ID(i), j, (ARRAY['PLEDGE', 'COMMITMENT', 'COMMITMENT', 'DISBURSEMENT', 'ALLOCATION', 'PLEDGE',
                'COMMITMENT', 'DISBURSEMENT', 'ALLOCATION', 'COMMITMENT'])[j], j + i % 10, '2024-01-01'::date + j * 30 + i % 30,
              '2024-01-01'::timestamptz + j * interval '30 days' + (i % 86400) * interval '1 second', 'plans'
            FROM generate_series(1, CONTRIBUTIONS) i, generate_series(1, 10) j""", """
            INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, kind, value_date, amount, entries,
              counts_from, merged)
            SELECT i.aspect, i.visibility, i.visible_to, c.party, c.track, c.instrument, c.currency, e.kind,
              date_trunc('month', e.value_date), sum(e.amount), count(*), max(e.recorded_at), true
            FROM ledger_entry e JOIN contribution c ON c.id = e.contribution_id JOIN initiative i ON i.id = c.initiative_id
            WHERE e.id >= ID(0) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9""", """
            INSERT INTO delivery (id, version, created_at, updated_at, contribution_id, initiative_id, party, currency, recipient,
              description, amount, stage, stage_reason, custody, ready_at, promised_on, original_promised_on, promise_revisions,
              articles, serial_numbers, late_announced_for)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'EUR', 'UA', 'Delivery ' || i, 1,
              CASE i % 20 WHEN 0 THEN 'READY' ELSE 'CANCELLED' END, CASE i % 20 WHEN 0 THEN NULL ELSE 'x' END, '[]', now(),
              '2020-01-01', '2020-01-01', '[]', '[]', '{}', '2020-01-01'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO need (id, version, created_at, updated_at, recipient, initiative_id, item, quantity, unit, met, priority,
              needed_by, visibility, visible_to, status)
            SELECT ID(i), 1, now(), now(), 'PLANS', ID(1 + i / 100), 'Item ' || i, 1, 'pieces', 0,
              (ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + i % 4], '2026-01-01'::date + i % 1000, 'RESTRICTED', '{PLANS}', 'OPEN'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO milestone (id, version, created_at, updated_at, initiative_id, title, due_on, first_due_on, status,
              overdue_announced_for)
            SELECT ID(i), 1, now(), now(), ID(1 + i / 100), 'Milestone ' || i, '2020-01-01'::date + i % 4000, '2020-01-01',
              'SCHEDULED', '2020-01-01'::date + i % 4000
            FROM generate_series(1, CONTRIBUTIONS) i""");
}
