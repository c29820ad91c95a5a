package org.coalition.gateway.events;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import org.coalition.gateway.edge.Exchange;

/** Where a stream is written to, and whether the subscriber takes what is written. */
final class Outlet {
    private static final int MOST_WAITING_BYTES = 32 * 1024;

    private final Exchange exchange;
    private final HttpServerResponse response;
    private final Runnable drained;
    private boolean blocked;
    private long blockedSince;

    /**
     * Begins the answer.
     *
     * @param gone told when the subscriber has gone
     * @param drained told when it takes more again
     */
    Outlet(Exchange exchange, Runnable gone, Runnable drained) {
        this.exchange = exchange;
        this.response = exchange.request().response();
        this.drained = drained;
        response.setChunked(true);
        response.setWriteQueueMaxSize(MOST_WAITING_BYTES);
        response.closeHandler(closed -> gone.run());
        response.exceptionHandler(failed -> gone.run());
    }

    boolean isBlocked() {
        return blocked;
    }

    /** For how long the subscriber has taken nothing of what waits for it. */
    long blockedNanos(long now) {
        return blocked ? now - blockedSince : 0;
    }

    void write(Buffer out) {
        // A failure to write means that the subscriber has gone, of which the other handlers tell.
        response.write(out, written -> {});
        if (!blocked && response.writeQueueFull()) {
            blocked = true;
            blockedSince = System.nanoTime();
            response.drainHandler(open -> {
                blocked = false;
                drained.run();
            });
        }
    }

    void end(String last) {
        response.end(last, written -> exchange.ended());
    }

    /** Not the connection's own close, which would wait behind what the subscriber does not take. */
    void cut() {
        var unused = ((ConnectionBase) exchange.request().connection())
                .channelHandlerContext()
                .close();
    }
}
