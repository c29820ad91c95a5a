package org.coalition.initiatives.report;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the transparency report of a quarter. */
sealed interface TransparencyReportEvent extends DomainEvent {
    record Published() implements TransparencyReportEvent {}

    record Reissued(String reason) implements TransparencyReportEvent {}
}
