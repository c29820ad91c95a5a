package org.coalition.meetings.consultation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How long something took; without minutes while it has not come, and then it says why.")
record Elapsed(
        @Schema(description = "To a tenth of a minute.", examples = "12.5")
        BigDecimal minutes,

        String explanation) {

    static Elapsed between(Instant from, Instant to, String explanation) {
        return new Elapsed(minutes(from, to), explanation);
    }

    static Elapsed notYet(String explanation) {
        return new Elapsed(null, explanation);
    }

    static BigDecimal minutes(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toSeconds())
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }
}
