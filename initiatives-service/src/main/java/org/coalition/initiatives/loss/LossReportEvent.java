package org.coalition.initiatives.loss;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a loss report. */
sealed interface LossReportEvent extends DomainEvent {
    record Filed(LossKind kind, int articles) implements LossReportEvent {}

    record Acknowledged() implements LossReportEvent {}

    record Disputed(String reason) implements LossReportEvent {}

    record Withdrawn(String reason) implements LossReportEvent {}

    record Recovered(String reason) implements LossReportEvent {}
}
