package org.coalition.initiatives.acceleration;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.day;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.planned;
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
class AccelerationConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String NEVER = "23001";

    @Test
    void aRequestIsToTheGiverOnceAndStands() {
        String delivery = planned(line(initiative("COALITION"), 0), 1, 2000);
        String request = created(post(
                UA, delivery + "/acceleration-requests", Map.of("wantedOn", day(1900), "reason", "Winter comes.")));
        refused(UNIQUE, copy(request, "party", "asked_by"));
        refused(CHECK, copy(request, "'GB'", "'DE'"));
        refused(CHECK, copy(request, "party", "party"));
        refused(CHECK, update(request, "status = 'COUNTERED', status_reason = 'x'"));
        refused(CHECK, update(request, "status = 'COUNTERED', status_reason = 'x', countered_on = wanted_on"));
        refused(CHECK, update(request, "status = 'DECLINED'"));
        refused(NEVER, update(request, "wanted_on = wanted_on + 1"));
        ok(move(UA, request + "/withdrawal"));
        refused(NEVER, update(request, "status = 'REQUESTED'"));
    }

    private static String copy(String request, String party, String askedBy) {
        return """
                INSERT INTO acceleration_request
                  (id, version, created_at, updated_at, delivery_id, initiative_id, party, asked_by, wanted_on, reason, status)
                SELECT gen_random_uuid(), 1, now(), now(), delivery_id, initiative_id, %s, %s, wanted_on, reason, status
                FROM acceleration_request WHERE id = '%s'""".formatted(party, askedBy, id(request));
    }

    private static String update(String request, String change) {
        return "UPDATE acceleration_request SET version = version + 1, %s WHERE id = '%s'"
                .formatted(change, id(request));
    }

    private static void refused(String state, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> execute(sql), sql);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }
}
