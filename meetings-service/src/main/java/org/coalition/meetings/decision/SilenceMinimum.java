package org.coalition.meetings.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.coalition.defaults.problem.RuleViolated;

/** The shortest silence procedures: capitals must have the time to object. */
@ConfigMapping(prefix = "silence.minimum")
public interface SilenceMinimum {
    @WithDefault("PT24H")
    Duration routine();

    @WithDefault("PT4H")
    Duration urgent();

    @WithDefault("PT30M")
    Duration flash();

    /** The shortest period for this urgency. */
    default Duration of(Urgency urgency) {
        return switch (urgency) {
            case ROUTINE -> routine();
            case URGENT -> urgent();
            case FLASH -> flash();
        };
    }

    /**
     * Checks a period.
     *
     * @throws RuleViolated 422 naming the minimum
     */
    default void require(StartSilence start) {
        if (start.period().compareTo(of(start.urgency())) < 0) {
            throw new RuleViolated(
                    "/period",
                    "too-short",
                    "A silence procedure of urgency %s lasts %s at least."
                            .formatted(start.urgency(), of(start.urgency())));
        }
    }
}
