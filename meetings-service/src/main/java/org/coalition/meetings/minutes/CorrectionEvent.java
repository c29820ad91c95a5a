package org.coalition.meetings.minutes;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a correction. */
sealed interface CorrectionEvent extends DomainEvent {
    record Proposed(String party, int section, String reason) implements CorrectionEvent {}

    record Accepted(String reason) implements CorrectionEvent {}

    record Rejected(String reason) implements CorrectionEvent {}
}
