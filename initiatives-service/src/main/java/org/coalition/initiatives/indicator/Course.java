package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The way that an indicator is to take in one period: from where it should be at the start in a straight line to the target at
 * the end.
 *
 * @param from the target of the period before, or the baseline; null for NOMINAL
 */
record Course(Measure measure, boolean ascending, BigDecimal from, Period period) {
    /**
     * What the actual of the period says.
     *
     * @param actual the last recorded one; null without
     */
    IndicatorStatus status(Actual actual, LocalDate today) {
        if (actual == null) {
            return IndicatorStatus.NO_DATA;
        }
        if (isReached(actual.value(), period.target())) {
            return IndicatorStatus.ACHIEVED;
        }
        boolean ahead = !period.hasEnded(today) && measure != Measure.NOMINAL;
        return ahead && isWhereItShouldBe(actual) ? IndicatorStatus.ON_TRACK : IndicatorStatus.OFF_TRACK;
    }

    /** Whether one value is at least as good as another. */
    private boolean isReached(BigDecimal value, BigDecimal aim) {
        int compared = value.compareTo(aim);
        return measure == Measure.NOMINAL ? compared == 0 : ascending ? compared >= 0 : compared <= 0;
    }

    /** Compared in whole days, multiplied out: nothing is rounded. */
    private boolean isWhereItShouldBe(Actual actual) {
        BigDecimal days = BigDecimal.valueOf(days());
        return isReached(actual.value().multiply(days), scaled(actual.measuredOn()));
    }

    /** The value that it should have on a day, rounded for the answer; null if there is none between. */
    BigDecimal expected(LocalDate day) {
        return measure == Measure.NOMINAL
                ? null
                : scaled(day)
                        .divide(BigDecimal.valueOf(days()), 4, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** The expected value times the days of the period. Where values have only an order, the way is a step at the end. */
    private BigDecimal scaled(LocalDate day) {
        long total = days();
        long gone = ChronoUnit.DAYS.between(period.start(), day) + 1;
        long counted = measure.isProportional() ? gone : gone == total ? total : 0;
        return from.multiply(BigDecimal.valueOf(total))
                .add(period.target().subtract(from).multiply(BigDecimal.valueOf(counted)));
    }

    private long days() {
        return ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }
}
