package org.coalition.initiatives.enduse;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which end-use checks to list. */
public class EndUseCheckFilter {
    @QueryParam("deliveryId")
    UUID deliveryId;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("holder")
    @Parameter(description = "Code of the party that held the articles.")
    String holder;

    @QueryParam("status")
    EndUseCheckStatus status;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of place and remark, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.deliveryId = :delivery", "delivery", deliveryId)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.holder = :holder", "holder", holder)
                .and("e.status = :status", "status", status);
    }
}
