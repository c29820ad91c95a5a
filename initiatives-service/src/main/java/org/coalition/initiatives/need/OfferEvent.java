package org.coalition.initiatives.need;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an offer. */
sealed interface OfferEvent extends DomainEvent {
    /** A party offers to meet part of a need. */
    record Made() implements OfferEvent {}

    /** What was accepted of it is in the need. */
    record Accepted() implements OfferEvent {}

    /** The recipient does not take it. */
    record Declined(String reason) implements OfferEvent {}

    /** It stands no longer. */
    record Withdrawn(String reason) implements OfferEvent {}
}
