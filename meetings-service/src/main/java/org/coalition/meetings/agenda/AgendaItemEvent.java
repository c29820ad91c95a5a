package org.coalition.meetings.agenda;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an agenda item. */
sealed interface AgendaItemEvent extends DomainEvent {
    /** At the end of its level. */
    record Added() implements AgendaItemEvent {}

    /** Its text, kind or papers are others now. */
    record Revised() implements AgendaItemEvent {}

    /** It has another number. */
    record Moved(String from, String to) implements AgendaItemEvent {}

    /** It was treated. */
    record Concluded() implements AgendaItemEvent {}

    /** It was not treated, and stands on the agenda of another meeting. */
    record CarriedOver(UUID to) implements AgendaItemEvent {}
}
