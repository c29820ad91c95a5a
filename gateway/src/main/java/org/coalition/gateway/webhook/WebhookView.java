package org.coalition.gateway.webhook;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who is told of which events, and where. Its secret is told only when it is issued.")
public record WebhookView(
        UUID id,
        long version,

        @Schema(description = "The party that has it, whose view of the events it sends.")
        String owner,

        String url,
        String description,
        List<@Size(max = 255) String> types,

        List<@Size(max = 20) String> parties,
        List<@Size(max = 800) String> subjects,

        @Schema(
                description =
                        "PENDING: the endpoint has not agreed as yet. ACTIVE: it is told. PAUSED: what happens is kept for it. DISABLED: it"
                                + " has said no or has failed for days; nothing is kept. CLOSED: for good.")
        WebhookStatus status,

        String statusReason,
        List<WebhookStatus> allowed,

        @Schema(description = "Whether the endpoint is being asked at the moment if it agrees.")
        boolean verifying,

        Instant verifiedAt,

        @Schema(description = "Until when the secret before the last rotation signs as well.")
        Instant previousSecretSignsUntil,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static WebhookView of(Webhook webhook) {
        WebhookDetails details = webhook.details();
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                webhook.party(),
                details.url(),
                details.description(),
                details.types(),
                details.parties(),
                details.subjects(),
                webhook.status(),
                webhook.statusReason(),
                List.copyOf(webhook.status().next()),
                webhook.isVerifying(),
                webhook.verifiedAt(),
                webhook.previousSecretSignsUntil(),
                webhook.createdAt(),
                webhook.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/webhooks/" + id;
    }
}
