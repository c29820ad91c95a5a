package org.coalition.gateway.delivery;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.gateway.schema.Rows;

/** A delivery that this instance has taken to try it now. */
record Due(UUID id, UUID webhook, String url, int tries, Instant createdAt, String eventId, byte[] body, Keys keys) {
    /** The secrets as they are stored; the one before is null once it no longer signs. */
    record Keys(byte[] current, byte[] previous) {}

    static Due of(Rows.Row row) throws SQLException {
        return new Due(
                row.id("id"),
                row.id("webhook_id"),
                row.text("url"),
                row.number("tries"),
                row.time("created_at"),
                row.text("event_id"),
                row.bytes("body"),
                new Keys(row.bytes("secret"), row.bytes("previous_secret")));
    }

    /**
     * What stands above the body.
     *
     * @param signature one or two, of these bytes
     */
    List<Map.Entry<String, String>> headers(long second, String signature) {
        return List.of(
                Map.entry("content-type", "application/cloudevents+json; charset=utf-8"),
                Map.entry("user-agent", "Coalition-Webhooks/1"),
                Map.entry("webhook-id", eventId),
                Map.entry("webhook-timestamp", Long.toString(second)),
                Map.entry("webhook-signature", signature));
    }
}
