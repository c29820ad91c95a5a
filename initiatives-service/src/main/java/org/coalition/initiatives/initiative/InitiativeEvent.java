package org.coalition.initiatives.initiative;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.initiatives.mandate.Loss;

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

    /** Its weight among its siblings was set, or taken away. */
    record Weighted() implements InitiativeEvent {}

    /** Announced if all who may know of the initiative may know of the decision too. */
    record MandateLost(UUID decision, Loss loss) implements InitiativeEvent {}
}
