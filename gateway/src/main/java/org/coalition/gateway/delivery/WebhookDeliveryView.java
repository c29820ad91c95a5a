package org.coalition.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One event on its way to one endpoint.")
record WebhookDeliveryView(
        UUID id,
        UUID webhookId,

        @Schema(description = "Of the event; its `webhook-id`, which stays the same however often it is sent.")
        String eventId,

        String eventType,
        String subject,

        @Schema(
                description =
                        "EVENT: it happened. REPLAY: it was asked for again. TEST: it was made to try the endpoint.")
        WebhookDeliveryCause cause,

        @Schema(description = "FAILED: all tries of the schedule are used up; a redelivery begins it anew.")
        WebhookDeliveryStatus status,

        @Schema(description = "The last 20, the last first.")
        List<WebhookAttemptView> attempts,

        @Schema(
                description =
                        "When it is tried next, or is taken for lost if it is being tried; absent once it is over.")
        Instant nextAttemptAt,

        Instant createdAt,
        Instant finishedAt)
        implements Representation {

    WebhookDeliveryView with(List<WebhookAttemptView> all) {
        return new WebhookDeliveryView(
                id, webhookId, eventId, eventType, subject, cause, status, all, nextAttemptAt, createdAt, finishedAt);
    }

    @Override
    public String path() {
        return "/v1/webhooks/" + webhookId + "/deliveries/" + id;
    }

    @Override
    public String tag() {
        return status + "-" + (attempts.isEmpty() ? 0 : attempts.get(0).number()) + "-"
                + (nextAttemptAt == null ? 0 : nextAttemptAt.toEpochMilli());
    }
}
