package org.coalition.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;

/** The place from which one event loop hands its requests on, with the connections and the requests under way. */
public final class Desk {
    private static final long CHECK_EVERY_MILLIS = 200;

    private final RelayConfig config;
    private final Passengers passengers;
    private final RelayMetrics metrics;
    private final Map<String, Upstream> upstreams = new HashMap<>();
    private final Set<Relay> underWay = new HashSet<>();

    Desk(
            Vertx vertx,
            RelayConfig config,
            Addresses addresses,
            Passengers passengers,
            RelayMetrics metrics,
            Map<String, Breaker> breakers) {
        this.config = config;
        this.passengers = passengers;
        this.metrics = metrics;
        addresses.all().forEach((name, address) -> {
            HttpClient client = vertx.createHttpClient(options(config.connections(), config.waiting()));
            // Nobody waits for one of these: the one before may take as long as an upload may take.
            HttpClient freight = vertx.createHttpClient(options(config.largeUploads(), 0));
            upstreams.put(
                    name, new Upstream(name, client, freight, address.getHost(), port(address), breakers.get(name)));
        });
        vertx.setPeriodic(CHECK_EVERY_MILLIS, timer -> checkAll());
    }

    /** Hands the request on to the service of the route, unless it is clear already that it cannot be. */
    public void relay(Exchange exchange, Routes.Match match) {
        Upstream upstream = upstreams.get(match.service());
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > config.bodyLimit()) {
            exchange.refuse(ProblemType.PAYLOAD_TOO_LARGE, bodyLimit());
        } else if (upstream.breaker().isOpen()) {
            exchange.refuse(ProblemType.UNAVAILABLE, upstream.name() + " cannot be reached at the moment.");
            metrics.record(upstream.name(), ProblemType.UNAVAILABLE.status(), 0);
        } else {
            new Relay(exchange, upstream, match.path(), this).start();
        }
    }

    /**
     * Asks a service in the name of the caller.
     *
     * @return the answer, whatever its status, or {@link NothingTold}
     */
    public Future<Told> ask(Exchange exchange, String service, String uri) {
        return new Question(exchange, upstreams.get(service), uri, this, null).ask();
    }

    /** As {@link #ask}, for JSON, whatever the caller accepts of us. */
    public Future<Told> askForJson(Exchange exchange, String service, String uri) {
        return new Question(exchange, upstreams.get(service), uri, this, "application/json").ask();
    }

    String bodyLimit() {
        return "A body may have " + config.bodyLimit() + " bytes at most.";
    }

    private HttpClientOptions options(int connections, int waiting) {
        return new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(waiting)
                .setConnectTimeout((int) config.connect().toMillis())
                .setKeepAliveTimeout((int) config.idle().toSeconds())
                .setTcpNoDelay(true);
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : 80;
    }

    private void checkAll() {
        if (!underWay.isEmpty()) {
            long now = System.nanoTime();
            // A copy: a check may end a relay, which leaves the set.
            List.copyOf(underWay).forEach(relay -> relay.check(now));
        }
    }

    void watch(Relay relay) {
        underWay.add(relay);
    }

    void forget(Relay relay) {
        underWay.remove(relay);
    }

    RelayConfig config() {
        return config;
    }

    Passengers passengers() {
        return passengers;
    }

    RelayMetrics metrics() {
        return metrics;
    }

    long connectNanos() {
        // The client's own connect timeout and a wait in the queue, together.
        return config.connect().toNanos() + config.answer().toNanos() / 2;
    }

    long uploadNanos() {
        return config.upload().toNanos();
    }

    long answerNanos() {
        return config.answer().toNanos();
    }

    long stallNanos() {
        return config.stall().toNanos();
    }
}
