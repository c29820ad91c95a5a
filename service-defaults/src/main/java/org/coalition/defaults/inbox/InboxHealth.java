package org.coalition.defaults.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the inbox is doing. Always up: while it waits, requests are served from what is known. */
@Readiness
@IfBuildProperty(name = "inbox.enabled", stringValue = "true")
final class InboxHealth implements HealthCheck {
    private final InboxStatus status;

    InboxHealth(InboxStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        String waitingFor = status.waitingFor();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("inbox")
                .up()
                .withData("state", waitingFor == null ? "ok" : "waiting")
                .withData("lag", status.lag())
                .withData("skipped", status.skippedSoFar());
        return (waitingFor == null ? response : response.withData("reason", waitingFor)).build();
    }
}
