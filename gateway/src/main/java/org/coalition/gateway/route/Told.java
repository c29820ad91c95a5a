package org.coalition.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a service told the gateway itself, whole. */
public record Told(int status, MultiMap headers, Buffer body) {}
