package org.coalition.initiatives.progress;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The milestones of an initiative: MET counts 1, PARTIALLY_MET one half.")
public record MilestoneFigures(UUID initiativeId, Long milestones, Long met, Long partiallyMet, Long notMet) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The part that was reached; there is at least one. */
    BigDecimal value() {
        return Part.divided(
                BigDecimal.valueOf(met).add(HALF.multiply(BigDecimal.valueOf(partiallyMet))),
                BigDecimal.valueOf(milestones));
    }
}
