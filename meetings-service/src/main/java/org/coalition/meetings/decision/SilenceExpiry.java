package org.coalition.meetings.decision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Announces expired silence procedures that nobody has touched. Every instance may run it: the first one records, once. */
@Singleton
class SilenceExpiry {
    private final Decisions decisions;
    private final Clock clock;
    private volatile Instant allSettled;

    SilenceExpiry(Decisions decisions, Clock clock, MeterRegistry meters) {
        this.decisions = decisions;
        this.clock = clock;
        this.allSettled = clock.instant();
        // Grows when one cannot be recorded, and also when nobody looks any more.
        Gauge.builder("silence.settled.age", this, SilenceExpiry::age)
                .description("How long ago no expired silence procedure was left to record")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "${silence.settle-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleDue() {
        decisions.settleDue();
        if (decisions.allSettled()) {
            allSettled = clock.instant();
        }
    }

    private double age() {
        return Duration.between(allSettled, clock.instant()).toMillis() / 1000.0;
    }
}
