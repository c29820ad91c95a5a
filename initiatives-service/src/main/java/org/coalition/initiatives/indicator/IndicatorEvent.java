package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an indicator. */
sealed interface IndicatorEvent extends DomainEvent {
    /** An initiative is measured by it. */
    record Defined() implements IndicatorEvent {}

    /** What is measured, or its targets, are others. */
    record Revised() implements IndicatorEvent {}

    /** There is an actual value. */
    record Measured(BigDecimal value, LocalDate measuredOn) implements IndicatorEvent {}

    /** An actual value was wrong, and this one stands in its place. */
    record Corrected(BigDecimal value, LocalDate measuredOn, String reason) implements IndicatorEvent {}
}
