package org.coalition.gateway.delivery;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.web.Representation;
import org.coalition.gateway.schema.Rows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Events that are sent again, as the webhook's filters and its owner's view let them.")
record WebhookReplayView(
        UUID id,
        UUID webhookId,

        @Schema(description = "Deliveries that it has brought about so far.")
        int replayed,

        @Schema(description = "How it ended; absent while it is under way.", examples = "All events were read.")
        String outcome,

        Instant begunAt,
        Instant endedAt)
        implements Representation {

    static WebhookReplayView of(Rows.Row row) throws SQLException {
        return new WebhookReplayView(
                row.id("id"),
                row.id("webhook_id"),
                row.number("replayed"),
                row.text("outcome"),
                row.time("begun_at"),
                row.time("ended_at"));
    }

    @Override
    public String path() {
        return "/v1/webhooks/" + webhookId + "/replays/" + id;
    }

    @Override
    public String tag() {
        return replayed + (endedAt == null ? "-under-way" : "-ended");
    }
}
