package org.coalition.meetings.minutes;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a text of the minutes: nothing, once it is there. */
sealed interface MinutesVersionEvent extends DomainEvent {
    /** A text of the minutes as it was at a time. It never changes. */
    record Recorded(int number, String reason) implements MinutesVersionEvent {}
}
