package org.coalition.meetings.party;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a party. */
sealed interface PartyEvent extends DomainEvent {
    record Registered() implements PartyEvent {}

    record Revised() implements PartyEvent {}
}
