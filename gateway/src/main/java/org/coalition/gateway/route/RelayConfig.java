package org.coalition.gateway.route;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How requests are handed on to the services. The values stand in {@code application.properties}, with their reasons. */
@ConfigMapping(prefix = "coalition.relay")
public interface RelayConfig {
    /** The services by the name that the contract gives them ({@code x-service}), with their base addresses. */
    Map<String, URI> services();

    /** Connections to one service, for each event loop. */
    int connections();

    /** Requests that may wait for one of these connections; one more is refused. */
    int waiting();

    /** Connections for bodies that are larger than what is held, for each event loop; one more is refused. */
    int largeUploads();

    Duration connect();

    /** How long a connection is kept that nobody uses. */
    Duration idle();

    /** From the end of the request to the head of the answer. */
    Duration answer();

    /** How long the body of a request may take. */
    Duration upload();

    /** How long an answer that has begun may pause. */
    Duration stall();

    /** Bytes of a body; a larger one is refused, also where its length was not announced. */
    long bodyLimit();

    /** So many bytes of a body are waited for before a connection to the service is used for it. */
    int heldBytes();

    /** Connection failures in a row after which a service is left alone until it answers a probe. */
    int failures();

    Duration probeEvery();
}
