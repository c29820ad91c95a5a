package org.coalition.meetings.delegation;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a delegation. */
sealed interface DelegationEvent extends DomainEvent {
    /** A party is invited, or has named whom it sends. */
    record Formed() implements DelegationEvent {}

    /** Others come. */
    record Recomposed() implements DelegationEvent {}

    /** The party says whether it comes. */
    record Replied(Rsvp from, Rsvp to) implements DelegationEvent {}

    /** One person comes for another. */
    record DelegateReplaced(String outgoing, String incoming, String reason) implements DelegationEvent {}
}
