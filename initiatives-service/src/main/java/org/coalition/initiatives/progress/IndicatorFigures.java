package org.coalition.initiatives.progress;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The indicators of an initiative: the mean of their achievements; one without data counts 0.")
public record IndicatorFigures(UUID initiativeId, Long indicators, Long withData, BigDecimal achievements) {
    /** The mean achievement; there is at least one. */
    BigDecimal value() {
        return Part.divided(achievements, BigDecimal.valueOf(indicators));
    }
}
