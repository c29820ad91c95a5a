package org.coalition.meetings.actionitem;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which action items to list. */
public class ActionItemFilter {
    @QueryParam("meetingId")
    UUID meetingId;

    @QueryParam("agendaItemId")
    UUID agendaItemId;

    @QueryParam("status")
    ActionItemStatus status;

    @QueryParam("owner")
    String owner;

    @QueryParam("decisionId")
    @Parameter(description = "The decision that they follow from.")
    UUID decisionId;

    @QueryParam("recommendationId")
    @Parameter(description = "The recommendation that they follow from.")
    UUID recommendationId;

    @QueryParam("overdue")
    @Parameter(description = "By the clock: still to be done, and the due date has passed.")
    Boolean overdue;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words of the title, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, LocalDate today) {
        listing.matching("e.search", q)
                .and("e.meetingId = :meeting", "meeting", meetingId)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.status = :status", "status", status)
                .and("e.owner = :owner", "owner", owner)
                .and("e.decisionId = :decision", "decision", decisionId)
                .and("e.recommendationId = :recommendation", "recommendation", recommendationId);
        if (overdue == null) {
            return listing;
        }
        return overdue
                ? listing.and("e.status in (OPEN, IN_PROGRESS) and e.dueOn < :today", "today", today)
                : listing.and("e.status not in (OPEN, IN_PROGRESS) or e.dueOn >= :today", "today", today);
    }
}
