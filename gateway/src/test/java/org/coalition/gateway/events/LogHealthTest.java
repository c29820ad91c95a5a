package org.coalition.gateway.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LogHealthTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final LogStatus status = new LogStatus(new SimpleMeterRegistry());

    @Test
    void whoHasJustStartedIsNotReadyUntilTheTopicsAreFollowed() {
        LogHealth health = awaiting(LONG);
        assertFalse(isUp(health));
        status.lost(new KafkaException("not yet"));
        assertFalse(isUp(health));
        status.follows(3);
        assertTrue(isUp(health));
    }

    @Test
    void lostLaterTheyAreMissedByTheStreamsOnly() {
        LogHealth health = awaiting(LONG);
        status.follows(0);
        status.lost(new KafkaException("away"));
        assertTrue(isUp(health));
        assertEquals("degraded", health.call().getData().orElseThrow().get("state"));
    }

    @Test
    void theyAreNotAwaitedForEver() {
        LogHealth health = awaiting(Duration.ofMillis(100));
        await().until(() -> isUp(health));
    }

    private LogHealth awaiting(Duration atMost) {
        return new LogHealth(status, new Settings(1, atMost));
    }

    private static boolean isUp(LogHealth health) {
        return health.call().getStatus() == Status.UP;
    }
}
