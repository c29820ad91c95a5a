package org.coalition.initiatives.loss;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which loss reports to list. */
public class LossReportFilter {
    @QueryParam("deliveryId")
    UUID deliveryId;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gave the articles.")
    String party;

    @QueryParam("holder")
    @Parameter(description = "Code of the party that held them.")
    String holder;

    @QueryParam("status")
    LossStatus status;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of circumstances and measures, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.deliveryId = :delivery", "delivery", deliveryId)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.holder = :holder", "holder", holder)
                .and("e.status = :status", "status", status);
    }
}
