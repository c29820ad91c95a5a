package org.coalition.meetings.decision;

import java.time.Instant;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a decision. */
sealed interface DecisionEvent extends DomainEvent {
    record Drafted() implements DecisionEvent {}

    record Revised(Instant silenceRestartedUntil) implements DecisionEvent {}

    record Opened() implements DecisionEvent {}

    record SilenceStarted(Instant expiresAt, Urgency urgency) implements DecisionEvent {}

    record PositionTaken(String party, Stance stance) implements DecisionEvent {}

    record ReservationMade(String party, Reservation.Kind kind) implements DecisionEvent {}

    record SilenceBroken(String party, Objection.Kind kind) implements DecisionEvent {}

    record Adopted(String registerNumber, Instant adoptedAt) implements DecisionEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return adoptedAt;
        }
    }

    record Rejected() implements DecisionEvent {}

    record Withdrawn(String reason) implements DecisionEvent {}
}
