package org.coalition.gateway.endpoint;

import java.time.Duration;
import java.util.Set;

/** Settings for tests. */
record Patience(Set<Integer> ports, boolean loopback, Duration patience, int answerBytes) implements EndpointConfig {
    static final Patience STRICT = new Patience(Set.of(443, 8443), false, Duration.ofSeconds(1), 65_536);
    static final Patience LOCAL = new Patience(Set.of(443, 8443), true, Duration.ofSeconds(1), 65_536);
}
