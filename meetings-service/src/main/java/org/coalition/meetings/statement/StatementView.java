package org.coalition.meetings.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A common text of the parties, with what they say of its current version.")
public record StatementView(
        UUID id,
        long version,
        UUID meetingId,
        UUID agendaItemId,
        StatementStatus status,
        @Schema(description = "Why it was withdrawn.") String statusReason,

        @Schema(description = "The states that may follow now.")
        List<StatementStatus> next,

        @Schema(description = "The current version; the earlier ones stand under /versions.")
        TextVersion current,

        @Schema(description = "Frozen when the statement is opened for endorsement.")
        List<String> requiredParties,

        @Schema(description = "Of the current version.") List<Endorsement> endorsements,

        Completeness completeness,
        LocalDate publishedOn,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.id(),
                statement.version(),
                statement.meetingId(),
                statement.agendaItemId(),
                statement.status(),
                statement.statusReason(),
                List.copyOf(statement.status().next()),
                statement.current(),
                statement.requiredParties(),
                statement.endorsements(),
                Completeness.of(statement),
                statement.publishedOn(),
                statement.createdAt(),
                statement.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/statements/" + id;
    }
}
