package org.coalition.initiatives.need;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an offer. */
sealed interface OfferEvent extends DomainEvent {
    record Made() implements OfferEvent {}

    record Accepted() implements OfferEvent {}

    record Declined(String reason) implements OfferEvent {}

    record Withdrawn(String reason) implements OfferEvent {}
}
