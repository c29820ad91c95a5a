package org.coalition.initiatives.finding;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. Nothing here commits. */
@QuarkusTest
class FindingConstraintsTest {
    private static final String CHECK = "23514";
    private static final String NEVER = "23001";
    private static final String AGREED = "status = 'OPEN_RESOLVED', plan = '{}', plan_agreed_at = now()";

    @Test
    void aFindingIsOnAnotherAndIsClosedStepByStep() throws SQLException {
        String finding = created(post(
                DE_MILITARY,
                initiative("COALITION") + "/findings",
                Map.of("owner", "UA", "title", "x", "description", "x", "recommendation", "x", "dueOn", "2999-01-01")));
        taken(update(finding, AGREED));
        refused(CHECK, update(finding, "status = 'OPEN_RESOLVED'"));
        refused(CHECK, update(finding, AGREED.replace("plan = '{}', ", "")));
        refused(CHECK, update(finding, "evidence = '{}'"));
        String closed = "status = 'CLOSED', closed_at = now(), evidence = '{}'";
        taken(update(finding, AGREED), update(finding, closed));
        refused(CHECK, update(finding, AGREED), update(finding, closed.replace(", evidence = '{}'", "")));
        refused(CHECK, update(finding, AGREED), update(finding, closed.replace(", closed_at = now()", "")));
        refused(NEVER, update(finding, closed + ", plan = '{}', plan_agreed_at = now()"));
        refused(NEVER, update(finding, "owner = 'FR'"));
        refused(NEVER, update(finding, "raised_by = 'FR'"));
        refused(CHECK, copy(finding, "raised_by", "contribution_id"));
        String elsewhere = contribution(FR, initiative("COALITION"));
        refused(CHECK, copy(finding, "owner", "'%s'::uuid".formatted(id(elsewhere))));
    }

    private static String copy(String finding, String owner, String line) {
        return """
                INSERT INTO finding (id, version, created_at, updated_at, initiative_id, contribution_id, raised_by, owner, title,
                  description, recommendation, severity, due_on, status)
                SELECT gen_random_uuid(), 1, now(), now(), initiative_id, %s, raised_by, %s, title,
                  description, recommendation, severity, due_on, status
                FROM finding WHERE id = '%s'""".formatted(line, owner, id(finding));
    }

    private static String update(String finding, String change) {
        return "UPDATE finding SET version = version + 1, %s WHERE id = '%s'".formatted(change, id(finding));
    }

    private static void refused(String state, String... sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> taken(sql), sql[sql.length - 1]);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void taken(String... sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String one : sql) {
                    statement.execute(one);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
