package org.coalition.meetings.decision;

import java.time.Instant;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a decision. */
sealed interface DecisionEvent extends DomainEvent {
    /** Its text can still change. */
    record Drafted() implements DecisionEvent {}

    /** Its text or rule is another; a running silence began anew. */
    record Revised(Instant silenceRestartedUntil) implements DecisionEvent {}

    /** Parties can take positions. */
    record Opened() implements DecisionEvent {}

    /** Adopted when the time is over and nobody has objected. */
    record SilenceStarted(Instant expiresAt, Urgency urgency) implements DecisionEvent {}

    /** A party says how it stands; again if it changes its mind. */
    record PositionTaken(String party, Stance stance) implements DecisionEvent {}

    /** A party goes along, with a reservation. */
    record ReservationMade(String party, Reservation.Kind kind) implements DecisionEvent {}

    /** A party has objected in time; it is not adopted by silence. */
    record SilenceBroken(String party, Objection.Kind kind) implements DecisionEvent {}

    /** It is in the register from now on. */
    record Adopted(String registerNumber, Instant adoptedAt) implements DecisionEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return adoptedAt;
        }
    }

    /** Its rule was not met. */
    record Rejected() implements DecisionEvent {}

    /** It is no longer up for adoption. */
    record Withdrawn(String reason) implements DecisionEvent {}
}
