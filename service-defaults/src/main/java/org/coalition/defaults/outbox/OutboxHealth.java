package org.coalition.defaults.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the outbox is doing. Always up: while events wait, requests are served as ever. */
@Readiness
final class OutboxHealth implements HealthCheck {
    private final RelayStatus status;

    OutboxHealth(RelayStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        OutboxRows.Backlog backlog = status.backlog();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("outbox")
                .up()
                .withData("state", status.state())
                .withData("leader", status.leader())
                .withData("rows", backlog.rows())
                .withData("oldestSeconds", Math.round(backlog.oldestSeconds()))
                .withData("parked", backlog.parked());
        String reason = status.reason();
        return (reason == null ? response : response.withData("reason", reason)).build();
    }
}
