package org.coalition.initiatives.acceleration;

import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an acceleration request. */
sealed interface AccelerationEvent extends DomainEvent {
    /** Somebody asks that a delivery comes earlier. */
    record Requested(LocalDate wantedOn, String reason) implements AccelerationEvent {}

    /** The giver offers another day. */
    record Countered(LocalDate counteredOn, String reason) implements AccelerationEvent {}

    /**
     * An earlier day is agreed.
     *
     * @param agreedOn the day that is promised now
     */
    record Accepted(LocalDate agreedOn, String by) implements AccelerationEvent {}

    /** The promised day stays. */
    record Declined(String reason) implements AccelerationEvent {}

    /** Nobody asks any longer. */
    record Withdrawn() implements AccelerationEvent {}
}
