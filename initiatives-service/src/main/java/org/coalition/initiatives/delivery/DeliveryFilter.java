package org.coalition.initiatives.delivery;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deliveries of a scope to list. */
public class DeliveryFilter {
    @QueryParam("contributionId")
    UUID contributionId;

    @QueryParam("stage")
    DeliveryStage stage;

    @QueryParam("late")
    @Parameter(description = "By the clock: the promised day has passed, or had when it was received.")
    Boolean late;

    @QueryParam("atRisk")
    @Parameter(description = "By the clock: not dispatched although promised soon.")
    Boolean atRisk;

    @QueryParam("onTime")
    @Parameter(
            description = "Of those that came or whose promised day has passed: those that came by then, or did not.")
    Boolean onTime;

    @QueryParam("against")
    @DefaultValue("REVISED")
    @Parameter(description = "The promise that onTime means.")
    Against against;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of the description, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, Counting counting, Outlook outlook) {
        listing.matching("e.search", q)
                .and("e.contributionId = :line", "line", contributionId)
                .and("e.stage = :stage", "stage", stage);
        narrowToLate(listing, outlook);
        if (atRisk != null) {
            listing.and(not(!atRisk) + "(e.stage = READY and e.promise.promisedOn between :today and :riskUntil)")
                    .with("today", outlook.today())
                    .with("riskUntil", outlook.riskUntil());
        }
        if (onTime != null) {
            listing.and(onTime ? against.onTime(counting) : against.missed(counting));
            if (!onTime) {
                listing.with("today", outlook.today());
            }
        }
        return listing;
    }

    /** Each of the two ways to be late has an index of its own. */
    private void narrowToLate(Listing listing, Outlook outlook) {
        if (late != null) {
            listing.and(
                    not(!late)
                            + "((e.stage in (READY, DISPATCHED, AT_HUB, HANDED_OVER) and e.promise.promisedOn < :today)"
                            + " or (e.pace.receivedOn is not null and e.pace.receivedOn > e.promise.promisedOn))",
                    "today",
                    outlook.today());
        }
    }

    private static String not(boolean negated) {
        return negated ? "not " : "";
    }
}
