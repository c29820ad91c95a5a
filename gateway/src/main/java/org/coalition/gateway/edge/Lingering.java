package org.coalition.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * The end of a connection whose request was answered before its body was read. Closing at once would reset the
 * connection while the caller still sends, and the caller would lose the answer that tells it why.
 */
final class Lingering {
    private static final long PATIENCE_MILLIS = 1000;

    private Lingering() {}

    /** Reads and drops what still comes, for a moment, then closes. */
    static void discard(HttpServerRequest request) {
        request.handler(null);
        request.exceptionHandler(gone -> {});
        if (!request.isEnded()) {
            request.endHandler(end -> request.connection().close());
            request.resume();
        }
        Vertx.currentContext().owner().setTimer(PATIENCE_MILLIS, timer -> request.connection()
                .close());
    }
}
