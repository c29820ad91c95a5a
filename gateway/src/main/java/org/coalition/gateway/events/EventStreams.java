package org.coalition.gateway.events;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.compose.Composition;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/** {@code GET /v1/events}: what happens, as it happens (Server-Sent Events). */
@Singleton
class EventStreams implements Composition {
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final Set<String> PARAMETERS = Stream.concat(Wanted.PARAMETERS.stream(), Stream.of(Since.PARAMETER))
            .collect(Collectors.toUnmodifiableSet());

    private final StreamTools tools;

    EventStreams(StreamTools tools) {
        this.tools = tools;
    }

    @Override
    public String path() {
        return "/v1/events";
    }

    @Override
    public void answer(Exchange exchange, Desk desk) {
        if (!isAccepted(exchange.request().getHeader(HttpHeaders.ACCEPT))) {
            exchange.refuse(ProblemType.NOT_ACCEPTABLE, "The stream comes as " + MEDIA_TYPE + "; accept that.");
            return;
        }
        Subscription subscription;
        Since since;
        try {
            Asked asked = Asked.of(exchange.target().query(), PARAMETERS);
            Viewer viewer = new Viewer(exchange.bearer().flatMap(bearer -> bearer.party()));
            subscription = new Subscription(viewer, Wanted.of(asked));
            since = since(asked, exchange.request().headers());
        } catch (BadQuery bad) {
            Refusing.query(exchange, bad);
            return;
        }
        if (exchange.request().method() == HttpMethod.HEAD) {
            putHead(exchange);
            exchange.request().response().end(written -> exchange.ended());
            return;
        }
        switch (tools.subscribers().admit(exchange.client())) {
            case FULL -> Refusing.full(exchange);
            case CLIENT_HAS_ENOUGH ->
                Refusing.clientHasEnough(exchange, tools.config().mostOfClient());
            case GRANTED -> open(exchange, desk, subscription, since);
        }
    }

    /** Who comes back says where it was in a header, whatever the address says. */
    private Since since(Asked asked, MultiMap headers) throws BadQuery {
        String last = headers.get(Since.HEADER);
        String given = asked.one(Since.PARAMETER);
        if (last != null && !last.isEmpty()) {
            return Since.of(last, Since.HEADER, tools.cursors());
        }
        return given == null ? Since.NOW : Since.of(given, Since.PARAMETER, tools.cursors());
    }

    private void open(Exchange exchange, Desk desk, Subscription subscription, Since since) {
        String client = exchange.client();
        Future.fromCompletionStage(since.place(tools.log()), Vertx.currentContext())
                .onComplete(place -> {
                    boolean gone = exchange.request().response().closed();
                    if (place.failed() || gone) {
                        tools.subscribers().released(client);
                    }
                    if (place.failed()) {
                        Refusing.because(exchange, place.cause());
                    } else if (!gone) {
                        putHead(exchange);
                        new EventStream(exchange, desk, tools, subscription, place.result()).begin();
                    }
                });
    }

    private static void putHead(Exchange exchange) {
        MultiMap headers = exchange.request().response().headers();
        headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy in front must hand each event on as it comes.
        headers.set("x-accel-buffering", "no");
        if (exchange.request().headers().contains(HttpHeaders.ACCEPT_ENCODING)) {
            // So the server leaves it as it is: a compressor would hold back what is short.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        exchange.decorate();
    }

    private static boolean isAccepted(String accept) {
        return accept == null || Stream.of(MEDIA_TYPE, "text/*", "*/*").anyMatch(accept::contains);
    }
}
