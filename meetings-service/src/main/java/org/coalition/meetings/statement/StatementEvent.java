package org.coalition.meetings.statement;

import java.time.LocalDate;
import java.util.List;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a joint statement. */
sealed interface StatementEvent extends DomainEvent {
    /** Its first version is written. */
    record Drafted() implements StatementEvent {}

    /** A new version has voided what these parties had said of the one before. */
    record VersionWritten(int versionNumber, List<String> voided) implements StatementEvent {}

    /** Parties can say whether they endorse the version as it is. */
    record OpenedForEndorsement() implements StatementEvent {}

    /** A party stands behind this version. */
    record Endorsed(String party, int versionNumber, EndorsementStance stance) implements StatementEvent {}

    /** A party does not stand behind this version. */
    record Declined(String party, int versionNumber) implements StatementEvent {}

    /** All whose endorsement is needed have given it. */
    record Published(LocalDate publishedOn) implements StatementEvent {}

    /** It will not be published. */
    record Withdrawn(String reason) implements StatementEvent {}
}
