package org.coalition.initiatives.initiative;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which initiatives to list. */
public class InitiativeFilter {
    @QueryParam("aspect")
    Aspect aspect;

    @QueryParam("status")
    InitiativeStatus status;

    @QueryParam("leadParty")
    @Parameter(description = "Code of a party that leads it.")
    String leadParty;

    @QueryParam("originDecision")
    @Parameter(description = "Id of the decision that it came of.")
    UUID originDecision;

    Listing narrow(Listing listing) {
        return listing.and("e.aspect = :aspect", "aspect", aspect)
                .and("e.status = :status", "status", status)
                .and("array_contains(e.leadParties, :leadParty)", "leadParty", leadParty)
                .and("e.originDecision = :origin", "origin", originDecision);
    }
}
