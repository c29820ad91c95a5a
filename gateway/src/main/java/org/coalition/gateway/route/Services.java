package org.coalition.gateway.route;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Asks each service again and again whether it is ready. The answers make the gateway's readiness, which names the
 * service that is missing; a service that gives no answer at all is left alone ({@link Breaker}) until it does. One answer may be
 * that of an instance which is going while others serve, so only several in a row are believed. What is within
 * this process has no part in the readiness: it tells its health itself.
 */
@Readiness
@Singleton
class Services implements HealthCheck {
    private static final String READY = "ready";
    private static final long TIMEOUT_MILLIS = 2000;
    private static final int AFTER_THE_INSIDE = 3000;
    private static final int BELIEVED = 3;

    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Map<String, Integer> doubts = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final RelayConfig config;
    private final Addresses addresses;
    private final Routes routes;

    Services(Vertx vertx, RelayConfig config, Addresses addresses, Routes routes) {
        this.vertx = vertx;
        this.config = config;
        this.addresses = addresses;
        this.routes = routes;
        config.services().keySet().forEach(name -> states.put(name, "not asked yet"));
    }

    void start(@Observes @Priority(AFTER_THE_INSIDE) StartupEvent start) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) TIMEOUT_MILLIS)
                .setMaxPoolSize(2)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setKeepAliveTimeout((int) config.idle().toSeconds()));
        Duration every = config.probeEvery();
        addresses.all().forEach((name, address) -> {
            probe(client, name, address);
            vertx.setPeriodic(every.toMillis(), timer -> probe(client, name, address));
        });
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("services");
        new TreeMap<>(states).forEach(answer::withData);
        return answer.status(states.values().stream().allMatch(READY::equals)).build();
    }

    private void probe(HttpClient client, String name, URI address) {
        RequestOptions options = new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/q/health/ready")
                .setMethod(HttpMethod.GET)
                .setTimeout(TIMEOUT_MILLIS);
        client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(response.statusCode()))
                .onSuccess(status -> {
                    heard(name, status == 200 ? READY : "not ready");
                    routes.breaker(name).answered();
                })
                .onFailure(cause -> {
                    heard(name, "no answer");
                    routes.breaker(name).failed(cause);
                });
    }

    private void heard(String name, String state) {
        int doubt = state.equals(READY) ? 0 : doubts.getOrDefault(name, 0) + 1;
        doubts.put(name, doubt);
        if (doubt == 0 || doubt >= BELIEVED || !READY.equals(states.get(name))) {
            states.replace(name, state);
        }
    }
}
