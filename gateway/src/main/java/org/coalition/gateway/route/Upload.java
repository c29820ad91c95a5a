package org.coalition.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.coalition.gateway.edge.Exchange;

/**
 * The body of a request on its way to the service, counted as it passes: its announced length is only a claim. A small one is
 * waited for before the service is bothered, so that a body that drips holds no connection that others need.
 */
final class Upload {
    private final HttpServerRequest request;
    private final RelayConfig config;
    private final Relay relay;
    private final Buffer held = Buffer.buffer();
    private HttpClientRequest outgoing;
    private long received;
    private boolean whole;
    private boolean large;

    Upload(Exchange exchange, RelayConfig config, Relay relay) {
        this.request = exchange.request();
        this.config = config;
        this.relay = relay;
    }

    /** Takes in the body; calls {@link Relay#connect()} when it is there, or is larger than what is held back. */
    void begin() {
        request.handler(this::part);
        request.endHandler(end -> end());
        request.exceptionHandler(gone -> relay.abandon());
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        // Paused since it came in; only now is there somebody to take it.
        request.resume();
    }

    /** Whether the body goes through as it comes, for it is too large to be held. */
    boolean isLarge() {
        return large;
    }

    /** Sends what there is, and lets the rest follow. */
    void to(HttpClientRequest connected) {
        outgoing = connected;
        if (whole) {
            outgoing.headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(held.length()));
            relay.sent();
            outgoing.end(held, written -> {});
            return;
        }
        if (!outgoing.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            outgoing.setChunked(true);
        }
        // A failure of the write shows as a failure of the answer.
        outgoing.write(held, written -> {});
        request.resume();
    }

    private void part(Buffer part) {
        if (!relay.isSending()) {
            return;
        }
        received += part.length();
        if (received > config.bodyLimit()) {
            relay.sentTooMuch();
        } else if (outgoing == null) {
            held.appendBuffer(part);
            if (held.length() > config.heldBytes()) {
                large = true;
                request.pause();
                relay.connect();
            }
        } else {
            outgoing.write(part, written -> {});
            if (outgoing.writeQueueFull()) {
                request.pause();
                outgoing.drainHandler(drained -> request.resume());
            }
        }
    }

    private void end() {
        if (!relay.isSending()) {
            return;
        }
        whole = true;
        if (outgoing == null) {
            relay.connect();
        } else {
            relay.sent();
            outgoing.end(ended -> {});
        }
    }
}
