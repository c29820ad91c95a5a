package org.coalition.initiatives.delivery;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.plan;
import static org.coalition.initiatives.delivery.Shipments.planned;
import static org.coalition.initiatives.delivery.Shipments.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. Nothing here commits. */
@QuarkusTest
class DeliveryConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String NEVER = "23001";
    private static final String INTEGRITY = "23000";

    private String line;
    private String delivery;

    @BeforeEach
    void handOver() {
        line = line(initiative("COALITION"), 9);
        delivery = handedOver(line, 4, 7);
    }

    @Test
    void onlyTheRecipientConfirmsAndItAddsUp() throws SQLException {
        String whole = confirm("received = 4, shortfall = 0, damaged = 0, returned = 4, confirmed_by = 'UA'");
        taken(whole);
        refused(CHECK, whole.replace("'UA'", "'FR'"));
        refused(CHECK, whole.replace("received = 4,", "received = 3,"));
        refused(CHECK, whole.replace("shortfall = 0", "shortfall = 1"));
        refused(CHECK, whole.replace("damaged = 0", "damaged = 5"));
        refused(CHECK, whole.replace("returned = 4", "returned = 5"));
        refused(CHECK, whole.replace("received_at = now()", "received_at = now() - interval '1 year'"));
        refused(CHECK, whole.replace("confirmed_at = now(),", ""));
        refused(CHECK, whole.replace("stage = 'RECEIPT_CONFIRMED'", "stage = 'HANDED_OVER'"));
        refused(CHECK, whole.replace("returned = 4", "returned = 0"));
    }

    @Test
    void whatIsKeptStandsInTheLedgerOfTheLine() {
        String entry = as(UA).get(received(line, 2, 7, 5)).path("receipt.ledgerEntryId");
        String kept = confirm("received = 4, shortfall = 0, damaged = 0, returned = 0, confirmed_by = 'UA'");
        refused(UNIQUE, kept.replace("SET ", "SET ledger_entry_id = '%s', ".formatted(entry)));
        String commitment = as(UA).get(line + "/entries").path("items[0].id");
        refused(
                INTEGRITY,
                kept.replace("SET ", "SET ledger_entry_id = '%s', ".formatted(commitment)),
                "SET CONSTRAINTS in_ledger IMMEDIATE");
    }

    @Test
    void whatIsReturnedDoesNotStayInTheLedger() {
        String received = received(line, 2, 7, 5);
        refused(INTEGRITY, update(received, "returned = 1"), "SET CONSTRAINTS in_ledger IMMEDIATE");
        refused(CHECK, update(received, "returned = 2"));
    }

    @Test
    void whatWasPlannedHandedOverAndReceivedStands() {
        for (String change : List.of(
                "amount = 5",
                "recipient = 'DE'",
                "party = 'GB'",
                "unit = 'shells'",
                "original_promised_on = '2020-01-01'",
                "handed_over = 3",
                "handed_over_at = now()")) {
            refused(NEVER, update(delivery, change));
        }
        String received = received(line, 2, 7, 5);
        for (String change : List.of("received = 1", "shortfall = 1", "stage = 'HANDED_OVER'", "returned = -1")) {
            refused(NEVER, update(received, change));
        }
        refused(NEVER, "DELETE FROM delivery WHERE id = '%s'".formatted(id(delivery)));
        refused(CHECK, update(delivery, "promised_on = promised_on + 1"));
    }

    @Test
    void aDeliveryIsOnTheTermsOfItsLine() {
        refused(CHECK, insert("party = 'GB'", "'GB'"));
        refused(CHECK, insert("recipient = party", "party"));
        refused(
                CHECK,
                "UPDATE delivery SET version = version + 1, contribution_id = '%s' WHERE id = '%s'"
                        .formatted(id(line(initiative("COALITION"), 0)), id(delivery)));
        String funds = id(contribution(FR, initiative("COALITION")));
        refused(
                CHECK,
                "UPDATE delivery SET version = version + 1, contribution_id = '%s' WHERE id = '%s'"
                        .formatted(funds, id(delivery)));
    }

    @Test
    void anArticleIsOnOneDeliveryOfALine() {
        Map<String, Object> plan = plan(1, 7);
        plan.put("articles", List.of(Map.of("serialNumber", "A1", "description", "launcher")));
        created(post(FR, line + "/deliveries", plan));
        String other = planned(line, 1, 7);
        refused(UNIQUE, update(other, "serial_numbers = '{A1,A2}'"));
    }

    @Test
    void onlyWhatIsAnnouncedIsCommitted() {
        SQLException refusal = assertThrows(SQLException.class, () -> {
            try (Connection connection = MeetingsService.database();
                    Statement statement = connection.createStatement()) {
                statement.execute(update(delivery, "description = 'Ours'"));
            }
        });
        assertEquals(INTEGRITY, refusal.getSQLState(), refusal.getMessage());
    }

    private String confirm(String what) {
        return update(
                delivery,
                "stage = 'RECEIPT_CONFIRMED', received_at = now(), received_place = 'x', confirmed_at = now(), "
                        + what);
    }

    private static String update(String delivery, String change) {
        return "UPDATE delivery SET version = version + 1, %s WHERE id = '%s'".formatted(change, id(delivery));
    }

    /** A copy of a delivery with another giver or recipient. */
    private String insert(String what, String value) {
        boolean giver = what.startsWith("party");
        return """
                INSERT INTO delivery (id, version, created_at, updated_at, contribution_id, initiative_id, party, recipient, unit,
                  description, amount, stage, custody, ready_at, promised_on, original_promised_on, promise_revisions, articles,
                  serial_numbers)
                SELECT gen_random_uuid(), 1, now(), now(), contribution_id, initiative_id, %s, %s, unit,
                  description, amount, 'READY', custody, ready_at, promised_on, promised_on, '[]', articles, serial_numbers
                FROM delivery WHERE id = '%s'""".formatted(giver ? value : "party", giver ? "recipient" : value, id(delivery));
    }

    private static void taken(String... statements) throws SQLException {
        execute(statements);
    }

    private static void refused(String state, String... statements) {
        SQLException refusal =
                assertThrows(SQLException.class, () -> execute(statements), String.join("; ", statements));
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
