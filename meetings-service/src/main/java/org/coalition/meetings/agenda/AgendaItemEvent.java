package org.coalition.meetings.agenda;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an agenda item. */
sealed interface AgendaItemEvent extends DomainEvent {
    record Added() implements AgendaItemEvent {}

    record Revised() implements AgendaItemEvent {}

    record Moved(int from, int to) implements AgendaItemEvent {}
}
