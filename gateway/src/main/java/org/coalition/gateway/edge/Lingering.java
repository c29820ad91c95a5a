package org.coalition.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** The end of a connection by us, a moment after the answer, so that the caller loses nothing of it. */
final class Lingering {
    private static final long PATIENCE_MILLIS = 1000;

    private Lingering() {}

    /**
     * Reads and drops what still comes, for a moment, then closes. Closing at once would reset the connection while the caller still
     * sends, and the caller would lose the answer that tells it why.
     */
    static void discard(HttpServerRequest request) {
        request.handler(null);
        request.exceptionHandler(gone -> {});
        if (!request.isEnded()) {
            request.endHandler(end -> request.connection().close());
            request.resume();
        }
        part(request);
    }

    /** Some clients take an end that comes at once for an answer that was cut off, so the caller, who was told to, may close first. */
    static void part(HttpServerRequest request) {
        Vertx.currentContext().owner().setTimer(PATIENCE_MILLIS, timer -> request.connection()
                .close());
    }
}
