package org.coalition.initiatives.enduse;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which articles of a scope to list. */
public class ArticleFilter {
    @QueryParam("deliveryId")
    UUID deliveryId;

    @QueryParam("contributionId")
    UUID contributionId;

    @QueryParam("serialNumber")
    String serialNumber;

    @QueryParam("status")
    ArticleStatus status;

    @QueryParam("monitored")
    @Parameter(description = "Whether a next inventory is due some day.")
    Boolean monitored;

    @QueryParam("delinquent")
    @Parameter(description = "By the clock: the inventory was due and is not done.")
    Boolean delinquent;

    Listing narrow(Listing listing, LocalDate today) {
        listing.and("e.deliveryId = :delivery", "delivery", deliveryId)
                .and("e.contributionId = :line", "line", contributionId)
                .and("e.serialNumber = :serial", "serial", serialNumber)
                .and("e.status = :status", "status", status);
        if (monitored != null) {
            listing.and(monitored ? "e.dueOn is not null" : "e.dueOn is null");
        }
        if (delinquent != null) {
            listing.and(delinquent ? "e.dueOn < :today" : "e.dueOn is null or e.dueOn >= :today", "today", today);
        }
        return listing;
    }
}
