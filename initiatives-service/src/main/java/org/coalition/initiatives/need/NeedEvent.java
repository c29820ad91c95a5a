package org.coalition.initiatives.need;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.initiatives.contribution.Quantity;

/** What happens to a need. */
sealed interface NeedEvent extends DomainEvent {
    record Stated() implements NeedEvent {}

    record Revised() implements NeedEvent {}

    /** An offer was accepted; the quantity is what of it. */
    record Matched(UUID offerId, Quantity quantity) implements NeedEvent {}

    record Withdrawn(String reason) implements NeedEvent {}
}
