package org.coalition.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;

/**
 * One read that the gateway asks of a service in the caller's name, because it makes one answer of several. What the
 * service tells is held in memory, so it has a bound. A connection that fails is tried once more.
 */
final class Question {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** What would make the answer of one service unfit to be a part of a whole. */
    private static final List<CharSequence> OF_THE_WHOLE = List.of(
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE);

    private final Exchange exchange;
    private final Upstream upstream;
    private final String uri;
    private final Desk desk;
    private final String accept;
    private HttpClientRequest outgoing;
    private boolean givenUp;

    /** @param accept what is accepted; null if that is for the caller to say */
    Question(Exchange exchange, Upstream upstream, String uri, Desk desk, String accept) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.uri = uri;
        this.desk = desk;
        this.accept = accept;
    }

    /** The answer, whatever its status, or {@link NothingTold}. */
    Future<Told> ask() {
        if (upstream.breaker().isOpen()) {
            return Future.failedFuture(unreachable());
        }
        long begin = System.nanoTime();
        return once().recover(cause -> givenUp || cause instanceof NothingTold ? Future.failedFuture(cause) : once())
                .timeout(desk.answerNanos(), TimeUnit.NANOSECONDS)
                .recover(this::failed)
                .onSuccess(told -> {
                    upstream.breaker().answered();
                    desk.metrics().record(upstream.name(), told.status(), System.nanoTime() - begin);
                });
    }

    private Future<Told> once() {
        return upstream.request(HttpMethod.GET, uri, false).compose(request -> {
            outgoing = request;
            if (givenUp) {
                withdraw();
                return Future.failedFuture(unreachable());
            }
            MultiMap headers = request.headers();
            desk.passengers().toService(exchange, headers);
            OF_THE_WHOLE.forEach(headers::remove);
            if (accept != null) {
                headers.set(HttpHeaders.ACCEPT, accept);
            }
            return request.send().compose(this::read);
        });
    }

    private Future<Told> read(HttpClientResponse answer) {
        Promise<Told> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        answer.exceptionHandler(whole::tryFail);
        answer.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > MOST_BYTES) {
                whole.tryFail(new NothingTold(ProblemType.BAD_GATEWAY, upstream.name() + " told too much at once."));
                withdraw();
            }
        });
        answer.endHandler(end -> whole.tryComplete(new Told(answer.statusCode(), answer.headers(), body)));
        return whole.future();
    }

    private Future<Told> failed(Throwable cause) {
        givenUp = true;
        withdraw();
        if (cause instanceof NothingTold) {
            return Future.failedFuture(cause);
        }
        if (cause instanceof ConnectionPoolTooBusyException) {
            return Future.failedFuture(new NothingTold(
                    ProblemType.UNAVAILABLE, "Too many requests are waiting for " + upstream.name() + "."));
        }
        upstream.breaker().failed(cause);
        return Future.failedFuture(
                cause instanceof TimeoutException
                        ? new NothingTold(ProblemType.GATEWAY_TIMEOUT, upstream.name() + " did not answer in time.")
                        : unreachable());
    }

    private NothingTold unreachable() {
        return new NothingTold(ProblemType.UNAVAILABLE, upstream.name() + " cannot be reached at the moment.");
    }

    private void withdraw() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }
}
