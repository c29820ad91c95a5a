package org.coalition.meetings.delegation;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a delegation. */
sealed interface DelegationEvent extends DomainEvent {
    record Formed() implements DelegationEvent {}

    record Recomposed() implements DelegationEvent {}

    record Replied(Rsvp from, Rsvp to) implements DelegationEvent {}

    record DelegateReplaced(String outgoing, String incoming, String reason) implements DelegationEvent {}
}
