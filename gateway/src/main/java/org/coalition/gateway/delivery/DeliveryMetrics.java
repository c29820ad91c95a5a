package org.coalition.gateway.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What comes of the attempts, and how long events take that arrive with the first. */
@Singleton
class DeliveryMetrics {
    private final Map<Queue.Result, Timer> attempts = new EnumMap<>(Queue.Result.class);
    private final Timer latency;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        for (Queue.Result result : Queue.Result.values()) {
            attempts.put(
                    result,
                    Timer.builder("coalition.webhook.attempts")
                            .description("How long endpoints take to answer, or not to")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        latency = Timer.builder("coalition.webhook.latency")
                .description("From the making of a delivery to its arrival with the first attempt")
                .register(meters);
    }

    void count(Due due, Queue.Result result, Duration took) {
        attempts.get(result).record(took);
        if (result == Queue.Result.DELIVERED && due.tries() == 0) {
            latency.record(Duration.between(due.createdAt(), clock.instant()));
        }
    }
}
