package org.coalition.defaults.aggregate;

/** What happens to all that belongs to a resource when others may know of the resource itself than before. */
sealed interface DisclosureEvent extends DomainEvent {
    /** From now on only listed parties may know of it: the open topic gets this without data. */
    record Withheld() implements DisclosureEvent {}

    /** From now on it may be known: the open topic gets the whole state, as a new beginning. */
    record Disclosed() implements DisclosureEvent {}

    /** Others may know of it than before, and the topic stays the same: some parties lose it, or some gain it. */
    record AudienceChanged() implements DisclosureEvent {}
}
