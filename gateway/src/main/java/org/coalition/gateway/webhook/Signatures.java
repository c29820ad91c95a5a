package org.coalition.gateway.webhook;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Signs what is sent to an endpoint; with the secret before as well, as long as that one signs. */
@Singleton
public class Signatures {
    private final Secrets secrets;

    Signatures(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param current the secret as it is stored
     * @param previous the same of the one before; null if that one signs no longer
     * @param second of the attempt
     */
    public String of(UUID webhook, byte[] current, byte[] previous, String id, long second, byte[] body) {
        String signature = secrets.open(webhook, current).sign(id, second, body);
        return previous == null
                ? signature
                : signature + ' ' + secrets.open(webhook, previous).sign(id, second, body);
    }
}
