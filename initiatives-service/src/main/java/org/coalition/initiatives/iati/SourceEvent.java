package org.coalition.initiatives.iati;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the source of an initiative. */
sealed interface SourceEvent extends DomainEvent {
    /** It came from a file of IATI activities. */
    record Imported() implements SourceEvent {}
}
