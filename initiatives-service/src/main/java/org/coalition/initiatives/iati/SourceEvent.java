package org.coalition.initiatives.iati;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the source of an initiative. */
sealed interface SourceEvent extends DomainEvent {
    record Imported() implements SourceEvent {}
}
