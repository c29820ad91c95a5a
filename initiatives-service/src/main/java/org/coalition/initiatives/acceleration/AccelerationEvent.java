package org.coalition.initiatives.acceleration;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an acceleration request. */
sealed interface AccelerationEvent extends DomainEvent {
    record Requested(LocalDate wantedOn, String reason) implements AccelerationEvent {}

    record Countered(LocalDate counteredOn, String reason) implements AccelerationEvent {}

    /** @param agreedOn the day that is promised now */
    record Accepted(LocalDate agreedOn, String by) implements AccelerationEvent {}

    record Declined(String reason) implements AccelerationEvent {}

    record Withdrawn() implements AccelerationEvent {}
}
