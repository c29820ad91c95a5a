package org.coalition.gateway.webhook;

import java.util.UUID;
import org.coalition.defaults.web.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A webhook with the secret that was issued for it, which is told this once.")
record WebhookSecretView(
        UUID id,
        long version,
        WebhookView webhook,

        @Schema(
                description = "What signs from now on (Standard Webhooks): whsec_ and base64.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret)
        implements Representation {

    static WebhookSecretView of(WebhookView webhook, String secret) {
        return new WebhookSecretView(webhook.id(), webhook.version(), webhook, secret);
    }

    @Override
    public String path() {
        return webhook.path();
    }

    @Override
    public String tag() {
        return webhook.tag();
    }
}
