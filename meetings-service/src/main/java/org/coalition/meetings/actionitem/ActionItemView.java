package org.coalition.meetings.actionitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A task out of a meeting, with its owner and due date.")
public record ActionItemView(
        UUID id,
        long version,
        UUID meetingId,
        UUID agendaItemId,
        ActionItemStatus status,

        @Schema(description = "Why it was cancelled, or why its verification was refused.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<ActionItemStatus> next,

        String title,
        String owner,
        String assignee,
        LocalDate dueOn,

        @Schema(description = "By the clock (UTC): still to be done, and the due date has passed.")
        boolean overdue,

        @Schema(description = "Full days since the due date; 0 if it is not overdue.")
        long daysOverdue,

        @Schema(description = "The decision that it follows from.")
        UUID decisionId,

        @Schema(description = "The recommendation that it follows from.")
        UUID recommendationId,

        @Schema(description = "Kept by another service, and not checked here.")
        UUID initiativeId,

        List<Evidence> evidence,

        Verification verification,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static ActionItemView of(ActionItem item, Instant now) {
        ActionItemDetails details = item.details();
        return new ActionItemView(
                item.id(),
                item.version(),
                item.meetingId(),
                item.agendaItemId(),
                item.status(),
                item.statusReason(),
                List.copyOf(item.status().next()),
                details.title(),
                details.owner(),
                details.assignee(),
                details.dueOn(),
                item.daysOverdue(now) > 0,
                item.daysOverdue(now),
                item.decisionId(),
                item.recommendationId(),
                details.initiativeId(),
                item.evidence(),
                item.verification(),
                item.createdAt(),
                item.updatedAt());
    }

    /** Each day that it is overdue is another text, although the version is the same. */
    @Override
    public String tag() {
        return overdue ? version + "-overdue-" + daysOverdue : Long.toString(version);
    }

    @Override
    public String path() {
        return "/v1/action-items/" + id;
    }
}
