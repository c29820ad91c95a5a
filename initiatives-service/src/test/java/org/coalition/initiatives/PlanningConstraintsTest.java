package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.Plans.actual;
import static org.coalition.initiatives.Plans.indicator;
import static org.coalition.initiatives.Plans.milestone;
import static org.coalition.initiatives.Plans.part;
import static org.coalition.initiatives.Plans.weigh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. */
@QuarkusTest
class PlanningConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";
    private static final String NEVER = "23001";
    private static final String UNANNOUNCED = "23000";

    @Test
    void weightsOfSiblingsAreNeverTogetherMoreThanOne() {
        String whole = initiative("COALITION");
        String one = part(whole, "COALITION");
        ok(weigh(GB, whole, Map.of(one, "0.6", part(whole, "COALITION"), "0.4")));
        // Looked at by itself: at the commit the missing announcement would be refused first.
        refused(
                CHECK,
                "UPDATE initiative SET weight = 0.6001, version = version + 1 WHERE id = '%s'".formatted(id(one)),
                "SET CONSTRAINTS weights_within_one IMMEDIATE");
        refused(CHECK, "UPDATE initiative SET weight = 1.1 WHERE id = '%s'".formatted(id(one)));
        refused(CHECK, "UPDATE initiative SET weight = 'NaN' WHERE id = '%s'".formatted(id(one)));
        refused(CHECK, "UPDATE initiative SET weight = -0.1 WHERE id = '%s'".formatted(id(one)));
        refused(CHECK, "UPDATE initiative SET parent_id = NULL WHERE id = '%s'".formatted(id(one)));
        refused(CHECK, "UPDATE initiative SET parent_id = id WHERE id = '%s'".formatted(id(one)));
        refused(REFERENCE, "UPDATE initiative SET parent_id = gen_random_uuid() WHERE id = '%s'".formatted(id(one)));
        refused(
                UNANNOUNCED,
                "UPDATE initiative SET weight = 0.1, version = version + 1 WHERE id = '%s'".formatted(id(one)));
    }

    @Test
    void nothingWaitsForItselfForNothingOrTwice() {
        String one = id(initiative("COALITION"));
        String milestone = id(milestone(initiative("COALITION"), "2999-01-31"));
        refused(CHECK, "INSERT INTO initiative_dependency VALUES ('%1$s', '%1$s')".formatted(one));
        refused(REFERENCE, "INSERT INTO initiative_dependency VALUES ('%s', gen_random_uuid())".formatted(one));
        refused(CHECK, "INSERT INTO milestone_dependency VALUES ('%1$s', '%1$s')".formatted(milestone));
        refused(REFERENCE, "INSERT INTO milestone_dependency VALUES ('%s', gen_random_uuid())".formatted(milestone));
    }

    @Test
    void aMilestoneThatWasAssessedHasItsEvidenceAndOneThatWasNotHasNone() {
        String where = " WHERE id = '%s'".formatted(id(milestone(initiative("COALITION"), "2999-01-31")));
        refused(CHECK, "UPDATE milestone SET status = 'MET', met_on = '2026-01-12'" + where);
        refused(CHECK, "UPDATE milestone SET status = 'MET', evidence = 'x'" + where);
        refused(CHECK, "UPDATE milestone SET status = 'NOT_MET', evidence = 'x', met_on = '2026-01-12'" + where);
        refused(CHECK, "UPDATE milestone SET evidence = 'x'" + where);
        refused(CHECK, "UPDATE milestone SET status = 'DONE'" + where);
        refused(NEVER, "UPDATE milestone SET first_due_on = '2026-01-12'" + where);
        refused(NEVER, "UPDATE milestone SET initiative_id = gen_random_uuid()" + where);
        refused(NEVER, "DELETE FROM milestone" + where);
        refused(UNANNOUNCED, "UPDATE milestone SET title = 'x', version = version + 1" + where);
    }

    @Test
    void whatWasMeasuredIsNeitherRewrittenNorErased() {
        String indicator = indicator(initiative("COALITION"));
        ok(as(GB).header("If-Match", etag(GB, indicator))
                .contentType("application/json")
                .body(json(actual("50", "2025-07-01")))
                .post(indicator + "/actuals"));
        String of = " WHERE indicator_id = '%s'".formatted(id(indicator));
        refused(NEVER, "UPDATE indicator_actual SET value = 100" + of);
        refused(NEVER, "DELETE FROM indicator_actual" + of);
        refused(NEVER, "TRUNCATE indicator_actual");
        refused(NEVER, "DELETE FROM indicator WHERE id = '%s'".formatted(id(indicator)));
        String insert = """
                INSERT INTO indicator_actual (id, indicator_id, number, value, measured_on, source, recorded_at, recorded_by)
                VALUES (gen_random_uuid(), '%s', %d, %s, '2025-07-01', 'x', now(), 'stranger')""";
        refused(UNIQUE, insert.formatted(id(indicator), 1, "1"));
        refused(CHECK, insert.formatted(id(indicator), 2, "'NaN'"));
        refused(CHECK, insert.formatted(id(indicator), 2, "0.00001"));
        refused(CHECK, "UPDATE indicator SET achievement = 1.5 WHERE id = '%s'".formatted(id(indicator)));
        refused(CHECK, "UPDATE indicator SET baseline_on = NULL WHERE id = '%s'".formatted(id(indicator)));
        refused(CHECK, "UPDATE indicator SET periods = '[]' WHERE id = '%s'".formatted(id(indicator)));
        refused(
                UNANNOUNCED,
                "UPDATE indicator SET title = 'x', version = version + 1 WHERE id = '%s'".formatted(id(indicator)));
    }

    private static void refused(String state, String... statements) {
        SQLException refusal = assertThrows(SQLException.class, () -> execute(statements), statements[0]);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
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
}
