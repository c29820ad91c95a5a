package org.coalition.initiatives.acceleration;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which acceleration requests to list. */
public class AccelerationFilter {
    @QueryParam("deliveryId")
    UUID deliveryId;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gives the delivery.")
    String party;

    @QueryParam("askedBy")
    @Parameter(description = "Code of the party that asked.")
    String askedBy;

    @QueryParam("status")
    AccelerationStatus status;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description = "Words of the reason, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.deliveryId = :delivery", "delivery", deliveryId)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.askedBy = :asker", "asker", askedBy)
                .and("e.status = :status", "status", status);
    }
}
