package org.coalition.meetings.minutes;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a correction. */
sealed interface CorrectionEvent extends DomainEvent {
    /** A party wants a section to read otherwise. */
    record Proposed(String party, int section, String reason) implements CorrectionEvent {}

    /** It is in the text. */
    record Accepted(String reason) implements CorrectionEvent {}

    /** The text stays as it is. */
    record Rejected(String reason) implements CorrectionEvent {}
}
