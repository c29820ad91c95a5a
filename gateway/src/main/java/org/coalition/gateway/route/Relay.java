package org.coalition.gateway.route;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeoutException;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;

/**
 * Hands one request on to a service and its answer back, both as they come; of a body no more than its beginning is
 * held in memory ({@link Upload}). A read whose connection fails before an answer begins is tried once more; a write never, for it may have happened.
 */
final class Relay {
    /** In the metrics only: nobody was there any more to be answered. */
    private static final int NOT_WAITED_FOR = 499;

    private enum Phase {
        CONNECTING,
        SENDING,
        WAITING,
        ANSWERING,
        DONE
    }

    private final Exchange exchange;
    private final Upstream upstream;
    private final String path;
    private final Desk desk;
    private final long begin = System.nanoTime();
    private Phase phase = Phase.CONNECTING;
    private long deadline;
    private boolean retried;
    private Upload upload;
    private HttpClientRequest outgoing;

    Relay(Exchange exchange, Upstream upstream, String path, Desk desk) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.path = path;
        this.desk = desk;
    }

    void start() {
        desk.watch(this);
        exchange.request().response().exceptionHandler(gone -> abandon());
        if (exchange.hasBody()) {
            exchange.takeBody();
            enter(Phase.SENDING, desk.uploadNanos());
            upload = new Upload(exchange, desk.config(), this);
            upload.begin();
        } else {
            connect();
        }
    }

    /** Called from time to time; ends what has waited too long. */
    void check(long now) {
        if (now - deadline < 0) {
            return;
        }
        Phase late = phase;
        withdraw();
        if (late == Phase.ANSWERING) {
            exchange.abort();
            done();
        } else if (late == Phase.SENDING) {
            exchange.dropBody();
            refuse(ProblemType.MALFORMED_REQUEST, "The body did not come in time.");
        } else {
            upstream.breaker().failed(new TimeoutException("no answer in time"));
            refuse(ProblemType.GATEWAY_TIMEOUT, upstream.name() + " did not answer in time.");
        }
    }

    /** Asks for a connection to the service; what goes wrong with it is answered. */
    void connect() {
        enter(Phase.CONNECTING, desk.connectNanos());
        String query = exchange.target().query();
        String uri = query == null ? path : path + '?' + query;
        boolean large = upload != null && upload.isLarge();
        upstream.request(exchange.request().method(), uri, large).onComplete(connected -> {
            if (connected.failed()) {
                notConnected(connected.cause());
                return;
            }
            // What goes wrong shows in the answer's future as well; a reset of our own is no news at all.
            connected.result().exceptionHandler(known -> {});
            if (phase == Phase.DONE) {
                connected.result().reset();
            } else {
                send(connected.result());
            }
        });
    }

    private void notConnected(Throwable cause) {
        if (phase == Phase.DONE) {
            return;
        }
        if (cause instanceof ConnectionPoolTooBusyException) {
            refuse(ProblemType.UNAVAILABLE, "Too many requests are waiting for " + upstream.name() + ".");
            return;
        }
        upstream.breaker().failed(cause);
        if (!tryAgain()) {
            refuse(ProblemType.UNAVAILABLE, upstream.name() + " cannot be reached.");
        }
    }

    private void send(HttpClientRequest connected) {
        outgoing = connected;
        desk.passengers().toService(exchange, outgoing.headers());
        outgoing.response().onComplete(answer -> {
            if (outgoing != connected || phase == Phase.DONE) {
                return;
            }
            if (answer.succeeded()) {
                answer(answer.result());
            } else {
                lost(answer.cause());
            }
        });
        if (upload != null) {
            enter(Phase.SENDING, desk.uploadNanos());
            upload.to(outgoing);
        } else {
            sent();
            outgoing.end(ended -> {});
        }
    }

    boolean isSending() {
        return phase == Phase.SENDING;
    }

    /** The whole request is on its way. */
    void sent() {
        enter(Phase.WAITING, desk.answerNanos());
    }

    /** The body turned out to be too large. */
    void sentTooMuch() {
        withdraw();
        exchange.dropBody();
        refuse(ProblemType.PAYLOAD_TOO_LARGE, desk.bodyLimit());
    }

    private void lost(Throwable cause) {
        upstream.breaker().failed(cause);
        if (!tryAgain()) {
            withdraw();
            exchange.dropBody();
            refuse(ProblemType.BAD_GATEWAY, "The connection to " + upstream.name() + " broke before it answered.");
        }
    }

    private boolean tryAgain() {
        HttpMethod method = exchange.request().method();
        if (retried || method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        retried = true;
        connect();
        return true;
    }

    private void answer(HttpClientResponse answer) {
        upstream.breaker().answered();
        if (phase == Phase.SENDING) {
            // Answered before all was read; what still comes is of no use to anybody.
            exchange.dropBody();
        }
        Answer.of(exchange, answer, desk.passengers(), this).begin();
    }

    /** The answer goes on; it has so much time again. */
    void alive() {
        enter(Phase.ANSWERING, desk.stallNanos());
    }

    /** All is said. */
    void done() {
        done(exchange.request().response().getStatusCode());
    }

    private void done(int status) {
        if (phase != Phase.DONE) {
            phase = Phase.DONE;
            desk.forget(this);
            desk.metrics().record(upstream.name(), status, System.nanoTime() - begin);
        }
    }

    /** The service said something that cannot be handed on. */
    void refuse(ProblemType type, String detail) {
        exchange.refuse(type, detail);
        done();
    }

    /** The caller has gone, or its answer cannot go on: the service need not go on either. */
    void abandon() {
        if (phase != Phase.DONE) {
            withdraw();
            done(
                    exchange.request().response().headWritten()
                            ? exchange.request().response().getStatusCode()
                            : NOT_WAITED_FOR);
        }
    }

    /** Takes the request back from the service. */
    void withdraw() {
        HttpClientRequest request = outgoing;
        outgoing = null;
        if (request != null) {
            request.reset();
        }
    }

    private void enter(Phase next, long patience) {
        phase = next;
        deadline = System.nanoTime() + patience;
    }
}
