package org.coalition.initiatives.iati;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. */
@QuarkusTest
class IatiConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";
    private static final String NEVER = "23001";

    private String source;
    private String identifier;

    @BeforeEach
    void imported() {
        MeetingsService.registerParties();
        Activity activity = Activity.of();
        identifier = activity.identifier();
        String initiative = Publications.post(GB, "", null, activity.document()).path("items[0].created[0]");
        source = as(GB).get(initiative + "/iati-source").path("id");
    }

    @Test
    void aPartyImportsAnActivityOnceAndAnInitiativeHasOneSource() throws SQLException {
        String other = id(initiative("COALITION"));
        refused(UNIQUE, insert("'%s'".formatted(other), "GB", identifier));
        refused(UNIQUE, insert("(SELECT initiative_id FROM iati_source WHERE id = '%s')".formatted(source), "DE", "X"));
        refused(REFERENCE, insert("gen_random_uuid()", "GB", "X"));
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(insert("'%s'".formatted(other), "DE", identifier));
            connection.rollback();
        }
    }

    @Test
    void anIdentifierSaysSomethingAndIsBounded() {
        String other = "'%s'".formatted(id(initiative("COALITION")));
        refused(CHECK, insert(other, "GB", " "));
        refused(CHECK, insert(other, "GB", "x".repeat(201)));
        refused(CHECK, insert(other, "gb", "X"));
    }

    @Test
    void whatWasImportedStandsAsItCame() {
        for (String change : List.of(
                "activity = '<a/>'",
                "identifier = 'X'",
                "party = 'DE'",
                "taken = '{}'",
                "initiative_id = gen_random_uuid()")) {
            refused(
                    NEVER,
                    "UPDATE iati_source SET version = version + 1, %s WHERE id = '%s'".formatted(change, source));
        }
    }

    private static String insert(String initiative, String party, String identifier) {
        return "INSERT INTO iati_source (id, version, created_at, updated_at, initiative_id, party, identifier, activity, taken)"
                + " VALUES (gen_random_uuid(), 1, now(), now(), %s, '%s', '%s', '<a/>', '{}')"
                        .formatted(initiative, party, identifier);
    }

    private static void refused(String state, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> {
            try (Connection connection = MeetingsService.database();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }
}
