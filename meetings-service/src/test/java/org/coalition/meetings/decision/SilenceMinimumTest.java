package org.coalition.meetings.decision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

/** What holds where nothing is configured; the tests that start the service configure a shorter routine. */
class SilenceMinimumTest {
    private final SilenceMinimum minimum = new SmallRyeConfigBuilder()
            .withMapping(SilenceMinimum.class)
            .build()
            .getConfigMapping(SilenceMinimum.class);

    @Test
    void capitalsHaveADayOrLessIfItIsUrgent() {
        assertEquals(Duration.ofHours(24), minimum.of(Urgency.ROUTINE));
        assertEquals(Duration.ofHours(4), minimum.of(Urgency.URGENT));
        assertEquals(Duration.ofMinutes(30), minimum.of(Urgency.FLASH));
    }

    @Test
    void theMinimumItselfIsLongEnough() {
        for (Urgency urgency : Urgency.values()) {
            Duration least = minimum.of(urgency);
            assertDoesNotThrow(() -> minimum.require(new StartSilence(least, urgency)));
            assertThrows(RuleViolated.class, () -> minimum.require(new StartSilence(least.minusNanos(1), urgency)));
        }
    }
}
