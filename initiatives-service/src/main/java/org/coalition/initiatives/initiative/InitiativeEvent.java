package org.coalition.initiatives.initiative;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.initiatives.mandate.Loss;

/** What happens to an initiative. */
sealed interface InitiativeEvent extends DomainEvent {
    /** It stands in the pipeline. */
    record Planned() implements InitiativeEvent {}

    /** What it is about, or who takes part, is another. */
    record Revised() implements InitiativeEvent {}

    /** The reason is that for an approval without an adopted decision. */
    record Approved(String reason) implements InitiativeEvent {}

    /** It is carried out. */
    record ImplementationStarted() implements InitiativeEvent {}

    /** It rests for a time. */
    record Suspended(String reason) implements InitiativeEvent {}

    /** It rests no longer. */
    record Resumed() implements InitiativeEvent {}

    /** What it was for is done; its books are being closed. */
    record FinalisationStarted() implements InitiativeEvent {}

    /** It is over. */
    record Closed() implements InitiativeEvent {}

    /** It will not be carried out. */
    record Cancelled(String reason) implements InitiativeEvent {}

    /** Its weight among its siblings was set, or taken away. */
    record Weighted() implements InitiativeEvent {}

    /** Announced if all who may know of the initiative may know of the decision too. */
    record MandateLost(UUID decision, Loss loss) implements InitiativeEvent {}
}
