package org.coalition.initiatives.transfer;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a third-party transfer. */
sealed interface TransferEvent extends DomainEvent {
    record Requested(String to, int articles) implements TransferEvent {}

    record Authorised() implements TransferEvent {}

    record Refused(String reason) implements TransferEvent {}

    record Withdrawn(String reason) implements TransferEvent {}

    record Transferred(String to, LocalDate transferredOn) implements TransferEvent {}
}
