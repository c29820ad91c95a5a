package org.coalition.meetings.actionitem;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an action item. */
sealed interface ActionItemEvent extends DomainEvent {
    record Assigned() implements ActionItemEvent {}

    record Revised() implements ActionItemEvent {}

    record Started() implements ActionItemEvent {}

    record Completed() implements ActionItemEvent {}

    record Verified(String party) implements ActionItemEvent {}

    record VerificationRefused(String party, String reason) implements ActionItemEvent {}

    record Cancelled(String reason) implements ActionItemEvent {}

    /** @param since when the day after the due date began */
    record BecameOverdue(LocalDate dueOn, Instant since) implements ActionItemEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
