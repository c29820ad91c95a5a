package org.coalition.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the webhooks themselves. */
@ConfigMapping(prefix = "coalition.webhooks")
public interface WebhookConfig {
    /**
     * The keys under which secrets are stored: 32 bytes each, base64. The first one encrypts, all of them decrypt; so a new key is put in
     * front of the old one.
     */
    Optional<List<String>> keys();

    /** What we call ourselves when we ask an endpoint whether it wants our events: a DNS name. */
    @WithDefault("coalition.example")
    String origin();

    /** Webhooks of one party that are not closed. */
    @WithDefault("20")
    int most();

    /** How long the secret before signs as well. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How often each instance looks for handshakes that are to be made. */
    @WithDefault("250ms")
    Duration handshakeEvery();
}
