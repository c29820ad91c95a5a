package org.coalition.initiatives.need;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.need.Asked.accept;
import static org.coalition.initiatives.need.Asked.need;
import static org.coalition.initiatives.need.Asked.offer;
import static org.coalition.initiatives.need.Asked.quantity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.coalition.initiatives.Fixtures;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses to whoever comes past the service, also with a version and an event for it. */
@QuarkusTest
class NeedConstraintsTest {
    private static final String CHECK = "23514";
    private static final String NEVER = "23001";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CHECK + "| UPDATE need SET met = 11, status = 'MET', version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET met = 5, version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET quantity = 3, status = 'MET', version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET status = 'OPEN', version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET status = 'MET', version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET status = 'WITHDRAWN', version = 3 WHERE id = 'NEED'",
                CHECK + "| UPDATE need SET visibility = 'RESTRICTED', version = 3 WHERE id = 'NEED'",
                NEVER + "| UPDATE need SET unit = 'tonnes', version = 3 WHERE id = 'NEED'",
                NEVER + "| UPDATE offer SET accepted = 5, version = 3 WHERE id = 'ACCEPTED'",
                NEVER + "| UPDATE offer SET quantity = 50, version = 3 WHERE id = 'ACCEPTED'",
                NEVER + "| DELETE FROM offer WHERE id = 'ACCEPTED'",
                CHECK + "| UPDATE offer SET status = 'OFFERED', version = 3 WHERE id = 'ACCEPTED'",
                CHECK + "| UPDATE offer SET status = 'ACCEPTED', version = 2 WHERE id = 'OFFERED'",
                CHECK + "| UPDATE offer SET status = 'ACCEPTED', accepted = 4, version = 2 WHERE id = 'OFFERED'",
                CHECK + "| UPDATE offer SET status = 'ACCEPTED', accepted = 1, version = 2 WHERE id = 'OFFERED'",
                CHECK + "| UPDATE offer SET status = 'DECLINED', version = 2 WHERE id = 'OFFERED'"
            })
    void whatBreaksARuleIsRefused(String state, String sql) throws SQLException {
        String need = need("10");
        String accepted = offer(FR, need, "8");
        Fixtures.ok(accept(accepted, Map.of("quantity", quantity("4"))));
        String offered = offer(FR, need, "3");
        String change = sql.replace("NEED", id(need));
        refused(
                state,
                announced(need, 3)
                        + announced(accepted, 3)
                        + announced(offered, 2)
                        + change.replace("id = 'ACCEPTED'", "id = '" + id(accepted) + "'")
                                .replace("id = 'OFFERED'", "id = '" + id(offered) + "'"));
    }

    @Test
    void anAcceptanceThatChangesBothIsTaken() throws SQLException {
        String need = need("10");
        String offered = offer(FR, need, "3");
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(announced(need, 2) + announced(offered, 2)
                    + "UPDATE offer SET status = 'ACCEPTED', accepted = 3, version = 2 WHERE id = '" + id(offered)
                    + "'; UPDATE need SET met = 3, status = 'PARTLY_MET', version = 2 WHERE id = '" + id(need)
                    + "'; SET CONSTRAINTS ALL IMMEDIATE");
            connection.rollback();
        }
    }

    /** An event of that version waits, so that nothing but the rule refuses. */
    private static String announced(String resource, int version) {
        return "INSERT INTO outbox_event (event_id, noun, aggregate_id, aggregate_version, seq, event_type, topic, partition, key,"
                + " headers) VALUES (gen_random_uuid(), 'x', '" + id(resource) + "', " + version
                + ", 0, 'x', 'x', 0, 'x', '{}'); ";
    }

    private static void refused(String state, String sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            SQLException refusal = assertThrows(
                    SQLException.class, () -> statement.execute(sql + "; SET CONSTRAINTS ALL IMMEDIATE"), sql);
            assertEquals(state, refusal.getSQLState(), refusal.getMessage());
            connection.rollback();
        }
    }
}
