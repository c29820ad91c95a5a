package org.coalition.initiatives.milestone;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a milestone. */
sealed interface MilestoneEvent extends DomainEvent {
    record Scheduled() implements MilestoneEvent {}

    record Revised() implements MilestoneEvent {}

    record Rescheduled(LocalDate from, LocalDate to) implements MilestoneEvent {}

    record Met(LocalDate metOn) implements MilestoneEvent {}

    record PartiallyMet(LocalDate metOn) implements MilestoneEvent {}

    record Missed() implements MilestoneEvent {}

    record Reopened(String reason) implements MilestoneEvent {}

    /** @param since when the day after the due date began */
    record BecameOverdue(LocalDate dueOn, Instant since) implements MilestoneEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
