package org.coalition.gateway.webhook;

import static org.coalition.gateway.webhook.Hooks.registered;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.coalition.gateway.delivery.Receiver;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.schema.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database does not let be, whoever writes. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
class WebhookConstraintsTest {
    @Inject
    Rows rows;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'OPEN'",
                "status = 'ACTIVE', verified_at = NULL",
                "status = 'CLOSED', verifying = true",
                "previous_secret = '\\x01'",
                "url = 'ftp://hooks.example.org/'",
                "types = array_fill('org.coalition.*'::varchar, ARRAY[21])"
            })
    void whatCannotBeIsNot(String change) {
        assertRefused(
                "UPDATE webhook SET version = version + 1, " + change + " WHERE id = ?", "violates check constraint");
    }

    @Test
    void whatIsNotAnnouncedIsNotChanged() {
        assertRefused("UPDATE webhook SET description = 'unseen' WHERE id = ?", "went from version");
        assertRefused("UPDATE webhook SET version = version + 1 WHERE id = ?", "was not announced");
        assertRefused("DELETE FROM webhook WHERE id = ?", "nothing is erased");
    }

    private void assertRefused(String statement, String why) {
        String path = registered(
                        "CO",
                        Receiver.endpoint("constraints").agreeingWith(null).url(),
                        Map.of())
                .header("Location");
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        RuntimeException refusal = assertThrows(RuntimeException.class, () -> rows.update(statement, id));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }
}
