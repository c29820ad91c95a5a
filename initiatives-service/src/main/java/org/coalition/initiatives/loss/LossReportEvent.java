package org.coalition.initiatives.loss;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a loss report. */
sealed interface LossReportEvent extends DomainEvent {
    /** Articles are lost, stolen, captured or destroyed. */
    record Filed(LossKind kind, int articles) implements LossReportEvent {}

    /** The giver has taken notice. */
    record Acknowledged() implements LossReportEvent {}

    /** The giver does not take it so. */
    record Disputed(String reason) implements LossReportEvent {}

    /** Nothing was lost. */
    record Withdrawn(String reason) implements LossReportEvent {}

    /** What was lost is there again. */
    record Recovered(String reason) implements LossReportEvent {}
}
