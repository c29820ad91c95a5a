package org.coalition.initiatives.need;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.initiatives.contribution.Quantity;

/** What happens to a need. */
sealed interface NeedEvent extends DomainEvent {
    /** A recipient says what it needs. */
    record Stated() implements NeedEvent {}

    /** What is needed is another. */
    record Revised() implements NeedEvent {}

    /** An offer was accepted; the quantity is what of it. */
    record Matched(UUID offerId, Quantity quantity) implements NeedEvent {}

    /** It is needed no longer. */
    record Withdrawn(String reason) implements NeedEvent {}
}
