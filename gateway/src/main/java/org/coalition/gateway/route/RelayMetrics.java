package org.coalition.gateway.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long the services take, by service and class of status. */
@Singleton
class RelayMetrics {
    private final Map<String, Timer[]> timers = new HashMap<>();

    RelayMetrics(MeterRegistry registry, Addresses addresses) {
        addresses.names().forEach(service -> {
            Timer[] byClass = new Timer[6];
            for (int i = 0; i < byClass.length; i++) {
                byClass[i] = Timer.builder("coalition.gateway.requests")
                        .description("Requests handed on, from the head of the request to the end of the answer")
                        .tag("service", service)
                        .tag("outcome", i + "xx")
                        .publishPercentileHistogram(false)
                        .register(registry);
            }
            timers.put(service, byClass);
        });
    }

    void record(String service, int status, long nanos) {
        timers.get(service)[Math.min(5, status / 100)].record(nanos, TimeUnit.NANOSECONDS);
    }
}
