package org.coalition.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.gateway.contract.Contract;

/** What of the contract can be reached, and the way there. */
@Singleton
public class Routes {
    private final RouteTable table;
    private final RelayConfig config;
    private final Addresses addresses;
    private final RelayMetrics metrics;
    private final Passengers passengers;
    private final Map<String, Breaker> breakers = new HashMap<>();

    Routes(Contract contract, RelayConfig config, Addresses addresses, RelayMetrics metrics) {
        this.table = RouteTable.of(contract.document());
        this.config = config;
        this.addresses = addresses;
        this.metrics = metrics;
        this.passengers = new Passengers(table.headers());
        addresses.names().forEach(name -> breakers.put(name, new Breaker(name, config.failures())));
        for (Route route : table.routes()) {
            if (!route.isOwn() && !breakers.containsKey(route.service())) {
                throw new IllegalArgumentException("coalition.relay.services lacks " + route.service());
            }
        }
    }

    /** A route found: the service, the path there, and what may be asked of it. */
    public record Match(String service, String path, Route route) {
        /** Whether the resource has the method. */
        public boolean allows(HttpMethod method) {
            return route.methods().contains(method);
        }

        /** The path as in the contract, for instance {@code /v1/meetings/{id}}. */
        public String template() {
            return route.template();
        }

        /** The value of the Allow header. */
        public String allow() {
            return route.allow();
        }
    }

    /** The route for a canonical path, or null. */
    public Match match(String path) {
        RouteTable.Match match = table.match(path);
        return match == null ? null : new Match(match.route().service(), match.path(), match.route());
    }

    /** The paths that the gateway answers itself. */
    public Set<String> own() {
        return table.routes().stream().filter(Route::isOwn).map(Route::template).collect(Collectors.toSet());
    }

    /** A desk for the event loop that asks. */
    public Desk openDesk(Vertx vertx) {
        return new Desk(vertx, config, addresses, passengers, metrics, breakers);
    }

    Breaker breaker(String service) {
        return breakers.get(service);
    }
}
