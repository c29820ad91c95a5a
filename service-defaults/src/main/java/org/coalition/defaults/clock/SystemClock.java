package org.coalition.defaults.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock that everything asks; a test puts its own in its place. */
@Singleton
class SystemClock {
    /** Ticks in microseconds, what the database keeps, so that an answer and a later read are equal to the digit. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
