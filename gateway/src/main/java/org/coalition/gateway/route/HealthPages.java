package org.coalition.gateway.route;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/**
 * Whether the gateway runs and whether it can do its work, in the form of MicroProfile Health. Of all that a Quarkus
 * application offers under {@code /q}, these two are what the public port has.
 */
@Singleton
class HealthPages implements Pages {
    private final SmallRyeHealthReporter reporter;

    HealthPages(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public Map<String, Page> pages() {
        return Map.of(
                "/q/health/live", exchange -> answer(exchange, reporter::getLivenessAsync),
                "/q/health/ready", exchange -> answer(exchange, reporter::getReadinessAsync));
    }

    private static void answer(Exchange exchange, Supplier<Uni<SmallRyeHealth>> question) {
        Context loop = Vertx.currentContext();
        question.get()
                .subscribe()
                .with(
                        health -> loop.runOnContext(back -> answer(exchange, health)),
                        failure -> loop.runOnContext(
                                back -> exchange.refuse(ProblemType.INTERNAL_ERROR, "The state is not known.")));
    }

    private static void answer(Exchange exchange, SmallRyeHealth health) {
        exchange.request().response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        exchange.answer(
                health.isDown() ? 503 : 200,
                "application/json",
                Buffer.buffer(health.getPayload().toString()));
    }
}
