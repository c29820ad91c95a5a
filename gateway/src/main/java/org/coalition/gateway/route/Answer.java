package org.coalition.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;

/** The answer of a service on its way to the caller. */
final class Answer {
    private static final List<CharSequence> KEPT_IN_PROBLEMS =
            List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.ALLOW, "www-authenticate");
    private static final int WHOLE = -1;

    private final Exchange exchange;
    private final HttpClientResponse incoming;
    private final HttpServerResponse response;
    private final Passengers passengers;
    private final Relay relay;
    private long expected;
    private boolean ended;

    private Answer(Exchange exchange, HttpClientResponse incoming, Passengers passengers, Relay relay) {
        this.exchange = exchange;
        this.incoming = incoming;
        this.response = exchange.request().response();
        this.passengers = passengers;
        this.relay = relay;
    }

    static Answer of(Exchange exchange, HttpClientResponse incoming, Passengers passengers, Relay relay) {
        return new Answer(exchange, incoming, passengers, relay);
    }

    void begin() {
        boolean head = exchange.request().method() == HttpMethod.HEAD;
        if (incoming.statusCode() < 200 || incoming.statusCode() >= 400 && !head && !isProblem()) {
            replace();
            return;
        }
        relay.alive();
        response.setStatusCode(incoming.statusCode());
        passengers.toCaller(incoming.headers(), response.headers());
        exchange.decorate();
        incoming.exceptionHandler(this::broken);
        incoming.endHandler(end -> end());
        if (!head && hasBody()) {
            String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
            expected = length == null ? WHOLE : Long.parseLong(length);
            if (length == null) {
                response.setChunked(true);
            }
            incoming.handler(this::part);
        }
    }

    private void part(Buffer part) {
        relay.alive();
        if (part.length() == expected) {
            // Head, body and end in one write: the usual case, and one system call instead of three.
            ended = true;
            response.end(part, written -> {});
            return;
        }
        response.write(part, written -> {});
        if (response.writeQueueFull()) {
            incoming.pause();
            response.drainHandler(drained -> incoming.resume());
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            response.end(written -> {});
        }
        exchange.ended();
        relay.done();
    }

    /** Half an answer must not look like a whole one. */
    private void broken(Throwable cause) {
        if (!ended) {
            if (response.headWritten()) {
                exchange.abort();
            } else {
                response.headers().clear();
                response.setChunked(false);
                exchange.refuse(ProblemType.BAD_GATEWAY, "The answer of the service broke off.");
            }
        }
        relay.done();
    }

    /** An error that the service's framework gave without a problem document. */
    private void replace() {
        KEPT_IN_PROBLEMS.forEach(name -> {
            String value = incoming.getHeader(name);
            if (value != null) {
                response.headers().set(name, value);
            }
        });
        incoming.exceptionHandler(ownReset -> {});
        relay.withdraw();
        ProblemType type =
                incoming.statusCode() < 200 ? ProblemType.BAD_GATEWAY : ProblemType.ofStatus(incoming.statusCode());
        relay.refuse(type, type.advice());
    }

    private boolean isProblem() {
        String type = incoming.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(Problem.MEDIA_TYPE);
    }

    private boolean hasBody() {
        return incoming.statusCode() != 204 && incoming.statusCode() != 304;
    }
}
