package org.coalition.initiatives.reconciliation;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which lines to list. */
public class ReconciliationFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gives.")
    String party;

    @QueryParam("status")
    ReconciliationStatus status;

    @QueryParam("differing")
    @Parameter(description = "Whether what was given and what was received differ.")
    Boolean differing;

    Listing narrow(Listing listing) {
        listing.and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.status = :status", "status", status);
        if (status == ReconciliationStatus.DISPUTED) {
            // It was said, so that the few disputes are found without a look at all lines.
            listing.and("e.said = DISPUTED");
        }
        return differing == null ? listing : listing.and(differing ? "e.given <> e.received" : "e.given = e.received");
    }
}
