package org.coalition.gateway.events;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the topics can be read. Up while they cannot, for without them all else is served as ever; but one that has just started
 * waits for them, since another may still have the streams that would come to it.
 */
@Readiness
@Singleton
class LogHealth implements HealthCheck {
    private final LogStatus status;
    private final EventsConfig config;

    LogHealth(LogStatus status, EventsConfig config) {
        this.status = status;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        // What exactly is wrong stands in the log, for this page is public; and so it does not count what is
        // restricted.
        return HealthCheckResponse.named("events")
                .status(status.isKnown(config.awaited()))
                .withData("state", status.isAvailable() ? "ok" : "degraded")
                .build();
    }
}
