package org.coalition.initiatives.enduse;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. Nothing here commits. */
@QuarkusTest
class EndUseConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String NEVER = "23001";
    private static final String VERIFIED =
            "status = 'VERIFIED', verified_by = 'DE', verifier = 'de-general', verified_at = now()";

    @Inject
    TestClock clock;

    private Stock stock;
    private String delivery;

    @BeforeEach
    void receive() {
        stock = new Stock(clock);
        delivery = stock.received(initiative("COALITION"), 100, "A1", "A2");
    }

    @Test
    void whatTheHolderReportsAnotherVerifies() throws SQLException {
        String check = id(created(post(UA, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1"))));
        taken(update("end_use_check", check, VERIFIED));
        refused(CHECK, update("end_use_check", check, "status = 'VERIFIED'"));
        refused(CHECK, update("end_use_check", check, VERIFIED.replace("'DE'", "'UA'")));
        refused(CHECK, update("end_use_check", check, VERIFIED.replace("'de-general'", "person")));
        refused(CHECK, update("end_use_check", check, VERIFIED.replace("'VERIFIED'", "'REJECTED'")));
        refused(NEVER, update("end_use_check", check, "basis = 'INSPECTION'"));
        refused(NEVER, update("end_use_check", check, "checked_on = checked_on + 1"));
        taken(copy("end_use_check", check, "serial_numbers", "serial_numbers"));
        refused(CHECK, copy("end_use_check", check, "serial_numbers", "'{Z9}'"));
        refused(CHECK, copy("end_use_check", check, "holder", "'DE'"));
        refused(CHECK, copy("end_use_check", check, "party", "'DE'"));
        refused(CHECK, copy("end_use_check", check, "status", "'VERIFIED'"));
        refused(CHECK, copy("end_use_check", check, "recorded_by", "'DE'"));
    }

    @Test
    void aLossAndATransferAreOfAnArticleOnceAndStepByStep() throws SQLException {
        String loss = id(created(post(
                UA,
                delivery + "/loss-reports",
                Map.of("serialNumbers", List.of("A1"), "kind", "LOST", "lostOn", stock.day(0), "circumstances", "x"))));
        refused(UNIQUE, copy("loss_report", loss, "id", "gen_random_uuid()"));
        taken(copy("loss_report", loss, "serial_numbers", "'{A2}'"));
        refused(CHECK, update("loss_report", loss, "status = 'DISPUTED'"));
        refused(NEVER, update("loss_report", loss, "lost_on = lost_on - 1"));
        String refused = created(ask());
        ok(move(FR, refused + "/refusal", Map.of("reason", "x")));
        taken(copy("transfer", id(refused), "to_party", "'GB'"));
        refused(CHECK, copy("transfer", id(refused), "to_party", "holder"));
        refused(CHECK, copy("transfer", id(refused), "to_party", "party"));
        String path = created(ask());
        String transfer = id(path);
        String made = "status = 'TRANSFERRED', transferred_on = current_date, completed_at = now()";
        refused(UNIQUE, copy("transfer", transfer, "id", "gen_random_uuid()"));
        refused(NEVER, update("transfer", transfer, made + ", authorised_at = now()"));
        refused(CHECK, update("transfer", transfer, "status = 'AUTHORISED'"));
        refused(CHECK, update("transfer", transfer, "status = 'REFUSED'"));
        ok(move(FR, path + "/authorisation"));
        taken(update("transfer", transfer, made));
        refused(CHECK, update("transfer", transfer, "status = 'TRANSFERRED'"));
        refused(NEVER, update("transfer", transfer, "to_party = 'GB'"));
    }

    private Response ask() {
        return post(UA, delivery + "/transfers", Map.of("serialNumbers", List.of("A2"), "to", "DE", "purpose", "x"));
    }

    /** All columns as they are, but the id and one more. */
    private static String copy(String table, String of, String column, String value) throws SQLException {
        return """
                INSERT INTO %1$s (%5$s) SELECT %5$s FROM (
                  SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), '%3$s', to_jsonb(%4$s)))).*
                  FROM %1$s t WHERE id = '%2$s') copied""".formatted(
                        table, of, column, value.startsWith("'{") ? value + "::varchar[]" : text(value), given(table));
    }

    /** The columns that are not computed by the database. */
    private static String given(String table) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(
                        "SELECT string_agg(column_name, ', ') FROM information_schema.columns WHERE is_generated = 'NEVER'"
                                + " AND table_schema = current_schema AND table_name = '" + table + "'")) {
            columns.next();
            return columns.getString(1);
        }
    }

    private static String text(String value) {
        return value.startsWith("'") ? value + "::text" : value;
    }

    private static String update(String table, String of, String change) {
        return "UPDATE %s SET version = version + 1, %s WHERE id = '%s'".formatted(table, change, of);
    }

    private static void refused(String state, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> taken(sql), sql);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void taken(String sql) throws SQLException {
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
