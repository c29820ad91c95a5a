package org.coalition.initiatives.transfer;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which third-party transfers to list. */
public class TransferFilter {
    @QueryParam("deliveryId")
    UUID deliveryId;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gave the articles.")
    String party;

    @QueryParam("holder")
    @Parameter(description = "Code of the party that asks to hand them on.")
    String holder;

    @QueryParam("to")
    @Parameter(description = "Code of the party to which they go.")
    String to;

    @QueryParam("status")
    TransferStatus status;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description = "Words of the purpose, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.deliveryId = :delivery", "delivery", deliveryId)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.holder = :holder", "holder", holder)
                .and("e.to = :receiver", "receiver", to)
                .and("e.status = :status", "status", status);
    }
}
