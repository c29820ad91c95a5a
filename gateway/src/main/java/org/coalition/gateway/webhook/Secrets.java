package org.coalition.gateway.webhook;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Issues the secrets of webhooks, and opens those that are stored. */
@Singleton
class Secrets {
    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    /**
     * A new secret.
     *
     * @param stored as the database keeps it
     */
    record Issued(SigningSecret secret, byte[] stored) {
        WebhookSecretView with(WebhookView webhook) {
            return WebhookSecretView.of(webhook, secret.disclosed());
        }
    }

    Issued issue(UUID webhook) {
        SigningSecret secret = SigningSecret.random();
        return new Issued(secret, vault.lock(secret.bytes(), owner(webhook)));
    }

    /** The secret that is stored for this webhook. */
    SigningSecret open(UUID webhook, byte[] stored) {
        return new SigningSecret(vault.unlock(stored, owner(webhook)));
    }

    private static String owner(UUID webhook) {
        return "webhook " + webhook;
    }
}
