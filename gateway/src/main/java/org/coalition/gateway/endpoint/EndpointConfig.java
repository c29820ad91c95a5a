package org.coalition.gateway.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** To which endpoints the gateway speaks, and how patient it is. */
@ConfigMapping(prefix = "coalition.endpoints")
public interface EndpointConfig {
    /** Ports of endpoints; what listens on others is seldom meant for a stranger. */
    @WithDefault("443,8443")
    Set<Integer> ports();

    /** Also loopback addresses, on any port and without TLS: for one machine and for tests, never where others may subscribe. */
    @WithDefault("false")
    boolean loopback();

    /** From the first look at the name to the end of the answer. */
    @WithDefault("15s")
    Duration patience();

    /** Bytes of an answer that are read. */
    @WithDefault("65536")
    int answerBytes();
}
