package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database counts a ledger by itself, and holds its limits against whoever comes past the service. Nothing here commits:
 * the write guard would refuse it for want of an event, whatever else it is.
 */
@QuarkusTest
class LedgerCountTest {
    private static final String CHECK = "23514";
    private static final String NEVER = "23001";
    private static final String INTEGRITY = "23000";

    private String line;

    @BeforeEach
    void commit() {
        line = id(contribution(FR, initiative("COALITION")));
        posted("COMMITMENT", "10");
    }

    @Test
    void anEntryThatFitsIsCounted() throws SQLException {
        assertEquals(
                List.of("10", "4", "2"),
                figures(insert(2, "ALLOCATION", "4", ""), insert(3, "DISBURSEMENT", "2", ""), counted()));
    }

    @Test
    void anEntryThatNobodyCountsIsRefused() {
        refused(INTEGRITY, insert(2, "PLEDGE", "1", ""), "SET CONSTRAINTS counted IMMEDIATE");
        refused(INTEGRITY, insert(2, "PLEDGE", "1", ""));
    }

    @Test
    void figuresThatAreNotThoseOfTheLedgerAreRefused() {
        for (String figure : List.of(
                "pledged = 1",
                "committed = 11",
                "allocated = 1",
                "disbursed = 1",
                "delivered = 1",
                "entry_count = 2",
                "last_entry_at = now()")) {
            refused(CHECK, "UPDATE contribution SET version = version + 1, " + figure + where());
        }
        refused(CHECK, insert(2, "COMMITMENT", "5", ""), "UPDATE contribution SET committed = 16" + where());
        refused(NEVER, """
                INSERT INTO contribution
                  (id, version, created_at, updated_at, initiative_id, party, track, instrument, description, currency, committed)
                SELECT gen_random_uuid(), 1, now(), now(), initiative_id, 'US', track, instrument, 'stray', 'USD', 5
                FROM contribution""" + where());
    }

    @Test
    void whatGoesBeyondALimitIsRefusedButForAReason() throws SQLException {
        refused(CHECK, insert(2, "ALLOCATION", "10.0001", ""), counted());
        refused(CHECK, insert(2, "ALLOCATION", "6", ""), insert(3, "ALLOCATION", "5", ""), counted());
        refused(CHECK, insert(2, "ALLOCATION", "6", ""), insert(3, "DISBURSEMENT", "7", ""), counted());
        assertEquals(List.of("10", "11", "0"), figures(insert(2, "ALLOCATION", "11", "urgent"), counted()));
        refused(CHECK, insert(2, "ALLOCATION", "11", "urgent"), insert(3, "ALLOCATION", "1", ""), counted());
        assertEquals(
                List.of("12", "12", "0"),
                figures(
                        insert(2, "ALLOCATION", "11", "urgent"),
                        insert(3, "COMMITMENT", "2", ""),
                        insert(4, "ALLOCATION", "1", ""),
                        counted()));
        refused(CHECK, insert(2, "PLEDGE", "1", "for a reason"));
        refused(CHECK, insert(2, "ALLOCATION", "11", " "));
    }

    @Test
    void aReversalUnderWhichALimitWouldBreakIsRefused() {
        String commitment = as(FR).get("/v1/contributions/" + line + "/entries").path("items[0].id");
        posted("ALLOCATION", "1");
        refused(CHECK, reversal(3, "COMMITMENT", "-10", commitment, ""), counted());
        refused(CHECK, reversal(3, "COMMITMENT", "-10", commitment, "for a reason"));
    }

    @Test
    void entriesFollowEachOtherInNumberAndTime() {
        refused(CHECK, insert(3, "PLEDGE", "1", ""), counted());
        refused(CHECK, insert(2, "PLEDGE", "1", "").replace("now()", "timestamptz '2020-01-01T00:00:00Z'"), counted());
        refused(INTEGRITY, "SET CONSTRAINTS counted IMMEDIATE", insert(9, "PLEDGE", "1", ""));
    }

    @Test
    void fundsAreDisbursedAndGoodsAreDelivered() throws SQLException {
        posted("ALLOCATION", "10");
        refused(CHECK, insert(3, "DELIVERY", "1", ""), counted());
        line = id(contribution(FR, initiative("COALITION"), Map.of("unit", "systems")));
        String stages = insert(1, "COMMITMENT", "5", "") + ";" + insert(2, "ALLOCATION", "5", "");
        refused(CHECK, stages, insert(3, "DISBURSEMENT", "1", ""), counted());
        assertEquals(List.of("5", "5", "0"), figures(stages, insert(3, "DELIVERY", "1", ""), counted()));
    }

    @Test
    void beforeAConditionIsFulfilledNothingIsGivenWithoutAReason() throws SQLException {
        line = id(created(post(
                FR,
                initiative("COALITION") + "/contributions",
                Map.of(
                        "track", "MILITARY",
                        "instrument", "GRANT",
                        "description", "SAM systems",
                        "currency", "EUR",
                        "conditions", List.of(Map.of("kind", "POLICY", "text", "A law is passed."))))));
        posted("COMMITMENT", "10");
        refused(CHECK, insert(2, "ALLOCATION", "1", ""), counted());
        assertEquals(List.of("10", "1", "0"), figures(insert(2, "ALLOCATION", "1", "urgent"), counted()));
    }

    @Test
    void cohortsAreConsistentAndOfTrainingsOnly() {
        refused(CHECK, cohort(1, 1, 1));
        line = id(created(post(
                FR,
                initiative("COALITION") + "/contributions",
                Map.of("track", "MILITARY", "instrument", "TRAINING", "description", "drill", "unit", "persons"))));
        refused(CHECK, cohort(2, 3, 1));
        refused(CHECK, cohort(3, 2, 3));
        refused(CHECK, cohort(3, 2, -1));
    }

    @Test
    void aSplitLineHasPartsThatAreTheWholeOfIt() {
        String split = "UPDATE contribution SET version = version + 1, split_at = now()" + where();
        refused(INTEGRITY, split, "SET CONSTRAINTS split_whole IMMEDIATE");
        refused(
                INTEGRITY,
                split,
                part("0190aaaa-0000-7000-8000-000000000001"),
                "SET CONSTRAINTS split_whole IMMEDIATE");
        refused(CHECK, part("0190aaaa-0000-7000-8000-000000000001"));
        refused(CHECK, split, part("0190aaaa-0000-7000-8000-000000000001").replace("'EUR'", "'USD'"));
        refused(NEVER, split, "UPDATE contribution SET split_at = NULL" + where());
        refused(NEVER, split, insert(2, "COMMITMENT", "1", ""), counted());
        refused(NEVER, "UPDATE contribution SET split_from = id" + where());
    }

    @Test
    void aShareIsOneOfTheLineThatWasSplitOnly() throws SQLException {
        String split = "UPDATE contribution SET version = version + 1, split_at = now()" + where();
        String whole = line;
        String source = as(FR).get("/v1/contributions/" + line + "/entries").path("items[0].id");
        String part = "0190aaaa-0000-7000-8000-000000000002";
        String opened = part(part);
        line = part;
        String share = share(1, "COMMITMENT", "10", "2026-01-12", source);
        assertEquals(
                List.of("10", "0", "0"),
                figures(split, opened, share, counted(), "SET CONSTRAINTS split_whole IMMEDIATE"));
        refused(
                INTEGRITY,
                split,
                opened,
                share.replace("10,", "9,"),
                counted(),
                "SET CONSTRAINTS split_whole IMMEDIATE");
        refused(CHECK, split, opened, share.replace("2026-01-12", "2026-01-13"), counted());
        refused(CHECK, split, opened, share.replace("COMMITMENT", "PLEDGE"), counted());
        refused(CHECK, split, opened, share.replace("now()", "now() + interval '1 second'"), counted());
        line = whole;
        refused(CHECK, share(2, "COMMITMENT", "10", "2026-01-12", source), counted());
    }

    @Test
    void theFiguresOfEachLineEqualItsLedgerWhateverWasPostedAndReversed() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> lines = List.of(line, id(contribution(FR, initiative("COALITION"))));
        List<String> posted = new ArrayList<>();
        for (int step = 0; step < 80; step++) {
            String path = "/v1/contributions/" + lines.get(random.nextInt(2)) + "/entries";
            String kind = List.of("PLEDGE", "COMMITMENT", "ALLOCATION", "DISBURSEMENT")
                    .get(random.nextInt(4));
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(50_000), random.nextInt(5));
            int status = random.nextInt(4) == 0 && !posted.isEmpty()
                    ? post(FR, posted.get(random.nextInt(posted.size())) + "/reversal", Map.of("reason", "x"))
                            .statusCode()
                    : keep(posted, post(FR, path, entry(kind, amount.toPlainString())));
            assertEquals(true, List.of(201, 409, 422).contains(status), status + ", seed " + seed);
        }
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement();
                ResultSet wrong = statement.executeQuery("""
                        SELECT c.id FROM contribution c LEFT JOIN (
                          SELECT contribution_id, count(*) entries, max(recorded_at) last_at,
                            coalesce(sum(amount) FILTER (WHERE kind = 'PLEDGE'), 0) pledged,
                            coalesce(sum(amount) FILTER (WHERE kind = 'COMMITMENT'), 0) committed,
                            coalesce(sum(amount) FILTER (WHERE kind = 'ALLOCATION'), 0) allocated,
                            coalesce(sum(amount) FILTER (WHERE kind = 'DISBURSEMENT'), 0) disbursed,
                            coalesce(sum(amount) FILTER (WHERE kind = 'DELIVERY'), 0) delivered
                          FROM ledger_entry GROUP BY contribution_id) l ON l.contribution_id = c.id
                        WHERE (c.entry_count, c.last_entry_at, c.pledged, c.committed, c.allocated, c.disbursed, c.delivered)
                          IS DISTINCT FROM (coalesce(l.entries, 0), l.last_at, coalesce(l.pledged, 0), coalesce(l.committed, 0),
                            coalesce(l.allocated, 0), coalesce(l.disbursed, 0), coalesce(l.delivered, 0))""")) {
            assertEquals(false, wrong.next(), "seed " + seed);
        }
    }

    private static int keep(List<String> posted, io.restassured.response.Response answer) {
        if (answer.statusCode() == 201) {
            posted.add(answer.header("Location"));
        }
        return answer.statusCode();
    }

    private void posted(String kind, String amount) {
        if (created(post(FR, "/v1/contributions/" + line + "/entries", entry(kind, amount))) == null) {
            throw new AssertionError();
        }
    }

    /** What the line comes to after these statements: committed, allocated, disbursed. */
    private List<String> figures(String... statements) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT committed, allocated, disbursed FROM contribution" + where())) {
                assertEquals(true, row.next());
                return List.of(row.getString(1), row.getString(2), row.getString(3));
            } finally {
                connection.rollback();
            }
        }
    }

    private void refused(String state, String... statements) {
        SQLException refusal =
                assertThrows(SQLException.class, () -> execute(statements), String.join("; ", statements));
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
        if (state.equals(INTEGRITY)) {
            assertEquals(false, refusal.getMessage().contains("was not announced"), refusal.getMessage());
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private String counted() {
        return "UPDATE contribution SET version = version + 1" + where();
    }

    private String where() {
        return " WHERE id = '" + line + "'";
    }

    private String insert(int number, String kind, String amount, String reason) {
        return """
                INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by, exception_reason)
                VALUES (gen_random_uuid(), '%s', %d, '%s', %s, '2026-01-12', now(), 'stranger', nullif('%s', ''))""".formatted(line, number, kind, amount, reason);
    }

    private String reversal(int number, String kind, String amount, String reversed, String exception) {
        return """
                INSERT INTO ledger_entry
                  (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by, reverses, reason, exception_reason)
                VALUES (gen_random_uuid(), '%s', %d, '%s', %s, '2026-01-12', now(), 'stranger', '%s', 'x', nullif('%s', ''))""".formatted(line, number, kind, amount, reversed, exception);
    }

    private String share(int number, String kind, String amount, String day, String source) {
        return """
                INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by, carried_from)
                VALUES (gen_random_uuid(), '%s', %d, '%s', %s, '%s', now(), 'stranger', '%s')""".formatted(line, number, kind, amount, day, source);
    }

    private String part(String id) {
        return """
                INSERT INTO contribution
                  (id, version, created_at, updated_at, initiative_id, party, track, instrument, description, currency, split_from)
                SELECT '%s', 1, now(), now(), initiative_id, party, track, instrument, 'part', 'EUR', id FROM contribution""".formatted(id) + where();
    }

    private String cohort(int started, int completed, int certified) {
        return "UPDATE contribution SET cohorts = '[{\"started\": %d, \"completed\": %d, \"certified\": %d}]'"
                        .formatted(started, completed, certified)
                + where();
    }
}
