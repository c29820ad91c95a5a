package org.coalition.meetings.statement;

import java.time.LocalDate;
import java.util.List;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a joint statement. */
sealed interface StatementEvent extends DomainEvent {
    record Drafted() implements StatementEvent {}

    /** A new version has voided what these parties had said of the one before. */
    record VersionWritten(int versionNumber, List<String> voided) implements StatementEvent {}

    record OpenedForEndorsement() implements StatementEvent {}

    record Endorsed(String party, int versionNumber, EndorsementStance stance) implements StatementEvent {}

    record Declined(String party, int versionNumber) implements StatementEvent {}

    record Published(LocalDate publishedOn) implements StatementEvent {}

    record Withdrawn(String reason) implements StatementEvent {}
}
