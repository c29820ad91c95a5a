package org.coalition.gateway.events;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the topics can be read. Always up: without them all else is served as ever. */
@Readiness
@Singleton
class LogHealth implements HealthCheck {
    private final LogStatus status;

    LogHealth(LogStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        // What exactly is wrong stands in the log, for this page is public; and so it does not count what is
        // restricted.
        return HealthCheckResponse.named("events")
                .up()
                .withData("state", status.isAvailable() ? "ok" : "degraded")
                .build();
    }
}
