package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. */
@QuarkusTest
class LedgerConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";
    private static final String NEVER = "23001";
    private static final String UNANNOUNCED = "23000";

    private String line;
    private String commitment;

    @BeforeEach
    void open() {
        line = id(contribution(FR, initiative("COALITION")));
        commitment = id(created(post(FR, entries(line), entry("COMMITMENT", "40.25"))));
    }

    @Test
    void aRightReversalIsTaken() throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(insert(line, 2, "COMMITMENT", "-40.25", quoted(commitment), "'x'"));
            connection.rollback();
        }
    }

    @Test
    void aReversalOfAnotherAmountKindOrLineIsRefused() {
        String other = id(contribution(FR, initiative("COALITION")));
        refused(REFERENCE, insert(line, 2, "COMMITMENT", "-40.24", quoted(commitment), "'x'"));
        refused(REFERENCE, insert(line, 2, "COMMITMENT", "-80.50", quoted(commitment), "'x'"));
        refused(REFERENCE, insert(line, 2, "PLEDGE", "-40.25", quoted(commitment), "'x'"));
        refused(REFERENCE, insert(other, 1, "COMMITMENT", "-40.25", quoted(commitment), "'x'"));
        refused(REFERENCE, insert(line, 2, "COMMITMENT", "-40.25", "gen_random_uuid()", "'x'"));
        refused(CHECK, insert(line, 2, "COMMITMENT", "40.25", quoted(commitment), "'x'"));
        refused(CHECK, insert(line, 2, "COMMITMENT", "-40.25", "NULL", "NULL"));
        refused(CHECK, insert(line, 2, "COMMITMENT", "-40.25", quoted(commitment), "NULL"));
    }

    @Test
    void aSecondReversalAndAReversalOfAReversalAreRefused() {
        String reversal = id(created(post(FR, entries(line) + "/" + commitment + "/reversal", Map.of("reason", "x"))));
        refused(UNIQUE, insert(line, 3, "COMMITMENT", "-40.25", quoted(commitment), "'x'"));
        refused(REFERENCE, insert(line, 3, "COMMITMENT", "-40.25", quoted(reversal), "'x'"));
        refused(CHECK, insert(line, 3, "COMMITMENT", "40.25", quoted(reversal), "'x'"));
    }

    @Test
    void anAmountThatIsNoneIsRefused() {
        for (String amount : new String[] {"0", "1000000000000000", "1.00001", "'NaN'", "'Infinity'"}) {
            refused(CHECK, insert(line, 2, "PLEDGE", amount, "NULL", "NULL"));
        }
        refused(UNIQUE, insert(line, 1, "PLEDGE", "1", "NULL", "NULL"));
        refused(CHECK, insert(line, 0, "PLEDGE", "1", "NULL", "NULL"));
        refused(CHECK, insert(line, 2, "PROMISE", "1", "NULL", "NULL"));
    }

    @Test
    void whatWasRecordedIsNeitherRewrittenNorErased() {
        refused(NEVER, "UPDATE ledger_entry SET amount = 1 WHERE id = " + quoted(commitment));
        refused(NEVER, "DELETE FROM ledger_entry WHERE id = " + quoted(commitment));
        refused(NEVER, "TRUNCATE ledger_entry CASCADE");
        refused(NEVER, "DELETE FROM contribution WHERE id = " + quoted(line));
        refused(NEVER, "TRUNCATE contribution CASCADE");
        refused(NEVER, "UPDATE contribution SET currency = 'USD' WHERE id = " + quoted(line));
        refused(NEVER, "UPDATE contribution SET party = 'GB' WHERE id = " + quoted(line));
        refused(NEVER, "UPDATE contribution SET initiative_id = gen_random_uuid() WHERE id = " + quoted(line));
        refused(NEVER, "UPDATE audit_entry SET actor = 'nobody' WHERE aggregate_id = " + quoted(line));
        refused(NEVER, "DELETE FROM audit_entry WHERE aggregate_id = " + quoted(line));
        as(GB).get("/v1/contributions/" + line).then().body("currency", equalTo("EUR"));
    }

    @Test
    void aVersionThatIsNotAnnouncedIsNotCommitted() {
        refused(UNANNOUNCED, "UPDATE contribution SET version = version + 1 WHERE id = " + quoted(line));
        refused(UNANNOUNCED, "UPDATE initiative SET version = version + 1, title = 'Ours'");
        refused(UNANNOUNCED, """
                INSERT INTO contribution
                  (id, version, created_at, updated_at, initiative_id, party, track, instrument, description, currency)
                SELECT gen_random_uuid(), 1, now(), now(), initiative_id, 'US', track, instrument, 'stray', 'USD'
                FROM contribution WHERE id = '%s'""".formatted(line));
        as(GB).get("/v1/contributions/" + line).then().body("version", equalTo(2));
    }

    private static String insert(String line, int number, String kind, String amount, String reverses, String reason) {
        return """
                INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, reverses, reason, recorded_at, recorded_by)
                VALUES (gen_random_uuid(), '%s', %d, '%s', %s, '2026-01-12', %s, %s, now(), 'stranger')""".formatted(line, number, kind, amount, reverses, reason);
    }

    private static void refused(String state, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> execute(sql), sql);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String entries(String line) {
        return "/v1/contributions/" + line + "/entries";
    }

    private static String quoted(String id) {
        return "'" + id + "'";
    }
}
