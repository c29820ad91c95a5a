package org.coalition.defaults.readiness;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Asks the service what partners ask, before it says that it is ready: what is asked first is answered only after Java has loaded and
 * linked all that answers it, which takes seconds of a processor, and many times that beside instances under load. It reads without a
 * token, one request after another. A failure ends it: then the service is ready as it is, and its other checks tell what is wrong.
 */
@Readiness
@Singleton
@IfBuildProperty(name = "warm-up.enabled", stringValue = "true")
final class WarmUp implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int FAILURE = 500;

    private final Vertx vertx;
    private final List<String> paths;
    private final Duration patience;
    private final long created = System.nanoTime();
    private volatile boolean over;

    WarmUp(Vertx vertx, WarmUpConfig config) {
        this.vertx = vertx;
        patience = config.patience();
        paths = patience.isZero() ? List.of() : config.paths().orElse(List.of());
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = over || System.nanoTime() - created > patience.toNanos();
        return HealthCheckResponse.named("warm-up").status(ready).build();
    }

    void begin(@ObservesAsync HttpServerStart started) {
        HttpServerOptions server = started.options();
        boolean anywhere = new InetSocketAddress(server.getHost(), server.getPort())
                .getAddress()
                .isAnyLocalAddress();
        ask(anywhere ? "localhost" : server.getHost(), server.getPort());
    }

    void ask(String host, int port) {
        if (paths.isEmpty()) {
            over = true;
            return;
        }
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(host)
                .setDefaultPort(port)
                .setTracingPolicy(TracingPolicy.IGNORE));
        long start = System.nanoTime();
        Future<Void> asked = Future.succeededFuture();
        for (String path : paths) {
            asked = asked.compose(before -> ask(client, path));
        }
        asked.onComplete(all -> {
            over = true;
            client.close();
            if (all.failed()) {
                LOG.warnf("Not warmed up: %s", all.cause().getMessage());
            } else {
                LOG.infof("Warm after %d ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
        });
    }

    private static Future<Void> ask(HttpClient client, String path) {
        return client.request(HttpMethod.GET, path)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body()
                        .compose(body -> response.statusCode() < FAILURE
                                ? Future.succeededFuture()
                                : Future.failedFuture(path + " is answered with " + response.statusCode())));
    }
}
