package org.coalition.meetings.agenda;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an agenda item. */
sealed interface AgendaItemEvent extends DomainEvent {
    record Added() implements AgendaItemEvent {}

    record Revised() implements AgendaItemEvent {}

    record Moved(String from, String to) implements AgendaItemEvent {}

    record Concluded() implements AgendaItemEvent {}

    record CarriedOver(UUID to) implements AgendaItemEvent {}
}
