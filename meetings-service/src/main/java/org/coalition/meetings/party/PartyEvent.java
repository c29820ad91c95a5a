package org.coalition.meetings.party;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a party. */
sealed interface PartyEvent extends DomainEvent {
    /** It can be referred to from now on. */
    record Registered() implements PartyEvent {}

    /** What is known of it is another. */
    record Revised() implements PartyEvent {}
}
