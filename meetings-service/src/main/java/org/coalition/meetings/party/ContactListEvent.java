package org.coalition.meetings.party;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the contact list of a party. */
sealed interface ContactListEvent extends DomainEvent {
    /** The party has given its first list. */
    record DrawnUp() implements ContactListEvent {}

    /** The whole list is another. */
    record Replaced() implements ContactListEvent {}

    /** Nothing of it has changed; it is no longer stale. */
    record Verified(LocalDate on) implements ContactListEvent {}
}
