package org.coalition.initiatives.milestone;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which milestones to list. */
public class MilestoneFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("status")
    MilestoneStatus status;

    @QueryParam("overdue")
    @Parameter(description = "By the clock: still to be reached, and the due date has passed.")
    Boolean overdue;

    @QueryParam("dependsOn")
    @Parameter(description = "Id of a milestone that it waits for.")
    UUID dependsOn;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title and description, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, LocalDate today) {
        listing.matching("e.search", q)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.status = :status", "status", status)
                .and("exists (select 1 from e.dependsOn d where d.id = :dependency)", "dependency", dependsOn);
        if (overdue == null) {
            return listing;
        }
        return overdue
                ? listing.and("e.status = SCHEDULED and e.dueOn < :today", "today", today)
                : listing.and("e.status <> SCHEDULED or e.dueOn >= :today", "today", today);
    }
}
