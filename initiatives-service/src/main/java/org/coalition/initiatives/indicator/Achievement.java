package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of the way from the baseline to the last target was made, between 0 and 1; the direction is that of the way. */
final class Achievement {
    private static final int SCALE = 6;

    private Achievement() {}

    /**
     * The part of the way.
     *
     * @param actual null without data, which gives null
     */
    static BigDecimal of(
            Measure measure, boolean ascending, BigDecimal baseline, BigDecimal target, BigDecimal actual) {
        if (actual == null) {
            return null;
        }
        if (measure == Measure.NOMINAL) {
            return whole(actual.compareTo(target) == 0);
        }
        BigDecimal way = target.subtract(baseline);
        if (!measure.isProportional() || way.signum() == 0) {
            return whole(ascending ? actual.compareTo(target) >= 0 : actual.compareTo(target) <= 0);
        }
        return actual.subtract(baseline)
                .divide(way, SCALE, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    private static BigDecimal whole(boolean reached) {
        return reached ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
