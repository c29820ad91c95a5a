package org.coalition.gateway.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.coalition.gateway.schema.Rows;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How much is due and how old it is, for the metrics. The health is always up, as requests are relayed whatever happens here, and tells
 * no figures, as its page is public.
 */
@Readiness
@Singleton
class Backlog implements HealthCheck {
    private static final String COUNT = """
            SELECT count(d.id) AS due, coalesce(extract(epoch FROM ? - min(d.due_at)), 0) AS oldest,
              (SELECT count(*) FROM webhook WHERE status = 'DISABLED') AS disabled
            FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id AND w.status = 'ACTIVE'
            WHERE d.status = 'PENDING' AND d.due_at <= ?""";

    private final Rows rows;
    private final Fanout fanout;
    private final DeliveryConfig config;
    private final Clock clock;
    private volatile Figures figures = new Figures(0, 0, 0);
    private volatile boolean well;

    Backlog(Rows rows, Fanout fanout, DeliveryConfig config, Clock clock) {
        this.rows = rows;
        this.fanout = fanout;
        this.config = config;
        this.clock = clock;
    }

    private record Figures(long due, double oldestSeconds, long disabled) {
        static Figures of(Rows.Row row) throws SQLException {
            return new Figures(row.large("due"), row.decimal("oldest"), row.large("disabled"));
        }
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        gauge("coalition.webhook.due", "Deliveries that are due", backlog -> backlog.figures.due())
                .register(meters);
        gauge(
                        "coalition.webhook.due.oldest",
                        "For how long one has been due",
                        backlog -> backlog.figures.oldestSeconds())
                .baseUnit("seconds")
                .register(meters);
        gauge("coalition.webhook.disabled", "Webhooks that were given up", backlog -> backlog.figures.disabled())
                .register(meters);
        gauge(
                        "coalition.webhook.leader",
                        "1 if this instance makes deliveries of events",
                        backlog -> backlog.fanout.leads() ? 1 : 0)
                .register(meters);
    }

    private Gauge.Builder<Backlog> gauge(String name, String what, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, this, value).description(what);
    }

    @Scheduled(every = "${coalition.deliveries.measure-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            well = rows.areThere() && isWell();
        } catch (RuntimeException databaseAway) {
            well = false;
        }
    }

    private boolean isWell() {
        figures =
                rows.query(COUNT, Figures::of, clock.instant(), clock.instant()).get(0);
        return figures.oldestSeconds() <= config.degradedAfter().toSeconds();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("webhooks")
                .up()
                .withData("state", well ? "well" : "degraded")
                .build();
    }
}
