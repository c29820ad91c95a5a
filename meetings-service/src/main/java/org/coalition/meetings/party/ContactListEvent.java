package org.coalition.meetings.party;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the contact list of a party. */
sealed interface ContactListEvent extends DomainEvent {
    record DrawnUp() implements ContactListEvent {}

    record Replaced() implements ContactListEvent {}

    record Verified(LocalDate on) implements ContactListEvent {}
}
