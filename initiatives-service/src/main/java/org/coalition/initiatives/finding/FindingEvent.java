package org.coalition.initiatives.finding;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a finding. */
sealed interface FindingEvent extends DomainEvent {
    record Raised(String owner) implements FindingEvent {}

    record Revised() implements FindingEvent {}

    record PlanFiled(LocalDate plannedFor) implements FindingEvent {}

    record PlanAgreed() implements FindingEvent {}

    record PlanRejected(String reason) implements FindingEvent {}

    record EvidenceFiled(int documents) implements FindingEvent {}

    record Closed() implements FindingEvent {}

    record EvidenceRejected(String reason) implements FindingEvent {}

    record Reopened(String reason) implements FindingEvent {}

    /** @param since when the day after the due date began */
    record BecameOverdue(LocalDate dueOn, Instant since) implements FindingEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
