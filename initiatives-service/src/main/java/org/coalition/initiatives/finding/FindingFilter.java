package org.coalition.initiatives.finding;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which findings to list. */
public class FindingFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("contributionId")
    UUID contributionId;

    @QueryParam("reviewId")
    UUID reviewId;

    @QueryParam("owner")
    @Parameter(description = "Code of the party that is to act.")
    String owner;

    @QueryParam("raisedBy")
    @Parameter(description = "Code of the party that has raised it.")
    String raisedBy;

    @QueryParam("status")
    FindingStatus status;

    @QueryParam("severity")
    Severity severity;

    @QueryParam("overdue")
    @Parameter(description = "By the clock: not closed, and the due date has passed.")
    Boolean overdue;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title, description and recommendation, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, LocalDate today) {
        listing.matching("e.search", q)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.contributionId = :line", "line", contributionId)
                .and("e.reviewId = :review", "review", reviewId)
                .and("e.owner = :owner", "owner", owner)
                .and("e.raisedBy = :raiser", "raiser", raisedBy)
                .and("e.status = :status", "status", status)
                .and("e.severity = :severity", "severity", severity);
        if (overdue != null) {
            listing.and((overdue ? "" : "not ") + "(" + Findings.OVERDUE + ")", "today", today);
        }
        return listing;
    }
}
