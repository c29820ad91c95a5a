package org.coalition.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request on its way to the service, counted as it passes: its announced length is only a claim. */
final class Upload {
    private final HttpServerRequest request;
    private final HttpClientRequest outgoing;
    private final long limit;
    private final Relay relay;
    private long received;

    Upload(HttpServerRequest request, HttpClientRequest outgoing, long limit, Relay relay) {
        this.request = request;
        this.outgoing = outgoing;
        this.limit = limit;
        this.relay = relay;
    }

    void begin() {
        if (!outgoing.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            outgoing.setChunked(true);
        }
        request.handler(this::part);
        request.endHandler(end -> {
            if (relay.isSending()) {
                relay.sent();
            }
        });
        request.exceptionHandler(gone -> relay.abandon());
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        // Paused since it came in; only now is there somebody to take it.
        request.resume();
    }

    private void part(Buffer part) {
        if (!relay.isSending()) {
            return;
        }
        received += part.length();
        if (received > limit) {
            relay.sentTooMuch();
            return;
        }
        // A failure of the write shows as a failure of the answer.
        outgoing.write(part, written -> {});
        if (outgoing.writeQueueFull()) {
            request.pause();
            outgoing.drainHandler(drained -> request.resume());
        }
    }
}
