package org.coalition.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final DeliveryConfig DEFAULTS = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(DeliveryConfig.class)
            .build()
            .getConfigMapping(DeliveryConfig.class);

    /** The table of the standard, whose last try comes 75 h, 35 min and 5 s after the first. */
    @Test
    void theTriesAreThoseOfTheStandard() {
        RetrySchedule schedule = new RetrySchedule(DEFAULTS.schedule(), 0, () -> 0);
        assertEquals(10, DEFAULTS.schedule().size());
        Duration sum = Duration.ZERO;
        for (int tries = 1; tries < 10; tries++) {
            sum = sum.plus(schedule.after(tries, null).orElseThrow());
        }
        assertEquals(Duration.ofHours(75).plusMinutes(35).plusSeconds(5), sum);
        assertEquals(Optional.empty(), schedule.after(10, null));
    }

    @Test
    void chanceMakesAPauseLongerByATenthAtMost() {
        RetrySchedule most = new RetrySchedule(DEFAULTS.schedule(), DEFAULTS.jitter(), () -> 1);
        assertEquals(Optional.of(Duration.ofSeconds(330)), most.after(2, null));
    }

    @Test
    void whoWantsToBeLeftAloneForLongerIs() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5)), 0, () -> 0);
        assertEquals(Optional.of(Duration.ofHours(1)), schedule.after(1, Duration.ofHours(1)));
        assertEquals(Optional.of(Duration.ofSeconds(5)), schedule.after(1, Duration.ofSeconds(1)));
        assertEquals(Optional.empty(), schedule.after(2, Duration.ofSeconds(1)));
    }
}
