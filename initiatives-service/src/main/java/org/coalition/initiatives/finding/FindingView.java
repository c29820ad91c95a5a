package org.coalition.initiatives.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What oversight has found, and asks of a party.")
record FindingView(
        UUID id,
        long version,
        UUID initiativeId,

        @Schema(description = "Absent if it is on the initiative as a whole.")
        UUID contributionId,

        @Schema(description = "The review that brought it to light.")
        UUID reviewId,

        @Schema(description = "Who has raised it, and judges what the owner files.")
        String raisedBy,

        @Schema(description = "Who is to act.") String owner,

        FindingStatus status,

        @Schema(description = "Why what was filed last was rejected, or why it was reopened.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<FindingStatus> next,

        String title,
        String description,
        String recommendation,
        Severity severity,
        Money valueQuestioned,
        LocalDate dueOn,

        @Schema(description = "Full days since it was raised, until it was closed.")
        long ageDays,

        @Schema(description = "By the clock (UTC): not closed, and the due date has passed.")
        boolean overdue,

        @Schema(description = "Full days since the due date; 0 if it is not overdue.")
        long daysOverdue,

        @Schema(description = "What the owner will do; agreed on unless the finding is OPEN_UNRESOLVED.")
        ActionPlan plan,

        Instant planAgreedAt,

        @Schema(description = "What the owner has shown; accepted if the finding is CLOSED.")
        Evidence evidence,

        Instant closedAt,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static FindingView of(Finding finding, Instant now) {
        FindingDetails details = finding.details();
        return new FindingView(
                finding.id(),
                finding.version(),
                finding.initiativeId(),
                finding.contributionId(),
                finding.reviewId(),
                finding.raisedBy(),
                finding.owner(),
                finding.status(),
                finding.statusReason(),
                List.copyOf(finding.status().next()),
                details.title(),
                details.description(),
                details.recommendation(),
                details.severity(),
                details.valueQuestioned(),
                details.dueOn(),
                finding.ageDays(now),
                finding.daysOverdue(now) > 0,
                finding.daysOverdue(now),
                finding.plan(),
                finding.planAgreedAt(),
                finding.evidence(),
                finding.closedAt(),
                finding.createdAt(),
                finding.updatedAt());
    }

    /** Each day of its age is another text, although the version is the same. */
    @Override
    public String tag() {
        return "%d-%d-%d".formatted(version, ageDays, daysOverdue);
    }

    @Override
    public String path() {
        return "/v1/findings/" + id;
    }
}
