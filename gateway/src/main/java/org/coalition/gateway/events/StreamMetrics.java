package org.coalition.gateway.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many listen, how long events take to them, and why streams end. */
@Singleton
class StreamMetrics {
    private final AtomicInteger subscribers = new AtomicInteger();
    private final Map<Ending, Counter> closed = new EnumMap<>(Ending.class);
    private final Counter streamed;
    private final Counter polled;
    private final Timer latency;

    StreamMetrics(MeterRegistry meters) {
        Gauge.builder("coalition.events.subscribers", subscribers, AtomicInteger::get)
                .description("Streams that are open")
                .register(meters);
        for (Ending cause : Ending.values()) {
            closed.put(
                    cause,
                    Counter.builder("coalition.events.closed")
                            .description("Streams that have ended")
                            .tag("cause", cause.tag())
                            .register(meters));
        }
        streamed = given(meters, "stream");
        polled = given(meters, "changes");
        latency = Timer.builder("coalition.events.latency")
                .description(
                        "From the recording of an event in its service to its writing to a subscriber that is up to date")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    private static Counter given(MeterRegistry meters, String channel) {
        return Counter.builder("coalition.events.given")
                .description("Events given out")
                .tag("channel", channel)
                .register(meters);
    }

    void opened() {
        subscribers.incrementAndGet();
    }

    void closed(Ending cause) {
        subscribers.decrementAndGet();
        closed.get(cause).increment();
    }

    void streamed(int events) {
        streamed.increment(events);
    }

    void polled(int events) {
        polled.increment(events);
    }

    void took(long millis) {
        latency.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }
}
