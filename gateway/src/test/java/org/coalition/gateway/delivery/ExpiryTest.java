package org.coalition.gateway.delivery;

import static org.coalition.gateway.webhook.Hooks.active;
import static org.coalition.gateway.webhook.Hooks.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.schema.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class ExpiryTest {
    @Inject
    Expiry expiry;

    @Inject
    Rows rows;

    @Test
    void whatIsOlderThanAMonthIsForgottenAndNothingElse() {
        String path = active(
                "EX",
                Receiver.endpoint("expiry").url(),
                Map.of("subjects", List.of("/v1/meetings/" + UUID.randomUUID())));
        String old = as("EX").post(path + "/test-event").path("id");
        String young = as("EX").post(path + "/test-event").path("id");
        age(old, Duration.ofDays(31));
        age(young, Duration.ofDays(29));
        expiry.forget();
        assertEquals(List.of(young), as("EX").get(path + "/deliveries").path("items.id"));
        as("EX").get(path + "/deliveries/" + old).then().statusCode(404);
        assertEquals(
                List.of(1L),
                rows.query(
                        "SELECT count(*) AS messages FROM webhook_message WHERE subject = ?",
                        row -> row.large("messages"),
                        path));
    }

    private void age(String delivery, Duration by) {
        Instant then = Instant.now().minus(by);
        rows.update(
                "UPDATE webhook_message SET stored_at = ? WHERE id = (SELECT message_id FROM webhook_delivery WHERE id = ?)",
                then,
                UUID.fromString(delivery));
        rows.update("UPDATE webhook_delivery SET created_at = ? WHERE id = ?", then, UUID.fromString(delivery));
    }
}
