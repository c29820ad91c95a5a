package org.coalition.initiatives.initiative;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an initiative. */
sealed interface InitiativeEvent extends DomainEvent {
    record Planned() implements InitiativeEvent {}

    record Revised() implements InitiativeEvent {}

    /** The reason is that for an approval without an adopted decision. */
    record Approved(String reason) implements InitiativeEvent {}

    record ImplementationStarted() implements InitiativeEvent {}

    record Suspended(String reason) implements InitiativeEvent {}

    record Resumed() implements InitiativeEvent {}

    record FinalisationStarted() implements InitiativeEvent {}

    record Closed() implements InitiativeEvent {}

    record Cancelled(String reason) implements InitiativeEvent {}
}
