package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an indicator. */
sealed interface IndicatorEvent extends DomainEvent {
    record Defined() implements IndicatorEvent {}

    record Revised() implements IndicatorEvent {}

    record Measured(BigDecimal value, LocalDate measuredOn) implements IndicatorEvent {}

    record Corrected(BigDecimal value, LocalDate measuredOn, String reason) implements IndicatorEvent {}
}
