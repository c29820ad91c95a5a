package org.coalition.gateway.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the gateway accepts from outside. The values stand in {@code application.properties}, with their reasons. */
@ConfigMapping(prefix = "coalition.edge")
public interface EdgeConfig {
    String host();

    /** The port; a negative one asks for any free one, which the event loops then share. */
    int port();

    Limits limits();

    Rate rate();

    /** Exact origins of browser applications that may call; none by default. */
    Optional<Set<String>> corsOrigins();

    /** The value of Strict-Transport-Security, where TLS ends here or right in front. */
    Optional<String> strictTransportSecurity();

    /** How long a connection may take for a request (head and body), or stay silent between two. */
    Duration clientPatience();

    /** How long requests under way may go on when the gateway stops. */
    Duration drain();

    /** Sizes beyond which a request is refused. */
    interface Limits {
        int headerBytes();

        int targetBytes();

        int queryParameters();
    }

    /** The budget of one client: a bucket of {@code burst} requests, filled again with {@code perSecond}. */
    interface Rate {
        long perSecond();

        long burst();

        /** So many clients are remembered; those unseen the longest are forgotten first. */
        long clients();
    }
}
