package org.coalition.initiatives.finding;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a finding. */
sealed interface FindingEvent extends DomainEvent {
    /** Something is wrong; a party has to mend it. */
    record Raised(String owner) implements FindingEvent {}

    /** What is wrong is described otherwise. */
    record Revised() implements FindingEvent {}

    /** Its owner says how and by when it will be mended. */
    record PlanFiled(LocalDate plannedFor) implements FindingEvent {}

    /** The plan will do. */
    record PlanAgreed() implements FindingEvent {}

    /** The plan will not do. */
    record PlanRejected(String reason) implements FindingEvent {}

    /** Its owner shows that it was mended. */
    record EvidenceFiled(int documents) implements FindingEvent {}

    /** It was mended. */
    record Closed() implements FindingEvent {}

    /** It is not seen to be mended. */
    record EvidenceRejected(String reason) implements FindingEvent {}

    /** It is wrong again. */
    record Reopened(String reason) implements FindingEvent {}

    /**
     * Its day has passed and it is not mended.
     *
     * @param since when the day after the due date began
     */
    record BecameOverdue(LocalDate dueOn, Instant since) implements FindingEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
