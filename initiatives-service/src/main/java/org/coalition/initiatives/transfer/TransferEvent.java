package org.coalition.initiatives.transfer;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a third-party transfer. */
sealed interface TransferEvent extends DomainEvent {
    /** A holder asks to hand articles on. */
    record Requested(String to, int articles) implements TransferEvent {}

    /** The giver permits it. */
    record Authorised() implements TransferEvent {}

    /** The giver does not permit it. */
    record Refused(String reason) implements TransferEvent {}

    /** The holder no longer asks. */
    record Withdrawn(String reason) implements TransferEvent {}

    /** The articles have another holder. */
    record Transferred(String to, LocalDate transferredOn) implements TransferEvent {}
}
