package org.coalition.initiatives.report;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the transparency report of a quarter. */
sealed interface TransparencyReportEvent extends DomainEvent {
    /** The first edition of a quarter. It never changes. */
    record Published() implements TransparencyReportEvent {}

    /** A further edition of a quarter, with its reason. */
    record Reissued(String reason) implements TransparencyReportEvent {}
}
