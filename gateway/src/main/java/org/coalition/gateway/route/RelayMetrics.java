package org.coalition.gateway.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How long the services take, by service and class of status, what is refused in their stead included. */
@Singleton
class RelayMetrics {
    /** Few, as each is a series of its own for every service and class. */
    private static final Duration[] STEPS = IntStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Timer[]> timers = new HashMap<>();

    RelayMetrics(MeterRegistry registry, Addresses addresses) {
        addresses.names().forEach(service -> {
            Timer[] byClass = new Timer[6];
            for (int i = 0; i < byClass.length; i++) {
                byClass[i] = Timer.builder("coalition.gateway.requests")
                        .description("Requests handed on, from the head of the request to the end of the answer")
                        .tag("service", service)
                        .tag("outcome", i + "xx")
                        .serviceLevelObjectives(STEPS)
                        .register(registry);
            }
            timers.put(service, byClass);
        });
    }

    void record(String service, int status, long nanos) {
        timers.get(service)[Math.min(5, status / 100)].record(nanos, TimeUnit.NANOSECONDS);
    }
}
