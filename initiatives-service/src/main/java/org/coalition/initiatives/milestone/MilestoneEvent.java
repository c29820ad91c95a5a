package org.coalition.initiatives.milestone;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a milestone. */
sealed interface MilestoneEvent extends DomainEvent {
    /** What is to be reached by a day. */
    record Scheduled() implements MilestoneEvent {}

    /** What is to be reached is another; its day is not. */
    record Revised() implements MilestoneEvent {}

    /** Its day is another. */
    record Rescheduled(LocalDate from, LocalDate to) implements MilestoneEvent {}

    /** It was reached. */
    record Met(LocalDate metOn) implements MilestoneEvent {}

    /** Part of it was reached. */
    record PartiallyMet(LocalDate metOn) implements MilestoneEvent {}

    /** It was not reached. */
    record Missed() implements MilestoneEvent {}

    /** It is to be assessed again. */
    record Reopened(String reason) implements MilestoneEvent {}

    /**
     * Its day has passed and it is not assessed.
     *
     * @param since when the day after the due date began
     */
    record BecameOverdue(LocalDate dueOn, Instant since) implements MilestoneEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
