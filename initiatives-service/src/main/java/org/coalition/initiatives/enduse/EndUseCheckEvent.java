package org.coalition.initiatives.enduse;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an end-use check. */
sealed interface EndUseCheckEvent extends DomainEvent {
    /** By the holder. */
    record Reported(int articles) implements EndUseCheckEvent {}

    /** By an overseer of another party. */
    record Inspected(int articles) implements EndUseCheckEvent {}

    /** Another party has seen that it is so. */
    record Verified(String by) implements EndUseCheckEvent {}

    /** Another party does not see that it is so. */
    record Rejected(String by, String reason) implements EndUseCheckEvent {}
}
