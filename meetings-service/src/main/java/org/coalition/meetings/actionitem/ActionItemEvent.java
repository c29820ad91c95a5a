package org.coalition.meetings.actionitem;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an action item. */
sealed interface ActionItemEvent extends DomainEvent {
    /** A party has to do it by a day. */
    record Assigned() implements ActionItemEvent {}

    /** The task, its owner or its day is another. */
    record Revised() implements ActionItemEvent {}

    /** Its owner works on it. */
    record Started() implements ActionItemEvent {}

    /** Its owner says that it is done; another party has to verify it. */
    record Completed() implements ActionItemEvent {}

    /** Another party has seen that it is done. */
    record Verified(String party) implements ActionItemEvent {}

    /** Another party does not see it done; it is open again. */
    record VerificationRefused(String party, String reason) implements ActionItemEvent {}

    /** It need not be done. */
    record Cancelled(String reason) implements ActionItemEvent {}

    /**
     * Its day has passed and it is not done.
     *
     * @param since when the day after the due date began
     */
    record BecameOverdue(LocalDate dueOn, Instant since) implements ActionItemEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
