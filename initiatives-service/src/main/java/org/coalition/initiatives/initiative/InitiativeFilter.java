package org.coalition.initiatives.initiative;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
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

    @QueryParam("parentId")
    @Parameter(description = "Id of the initiative that it is a part of.")
    UUID parentId;

    @QueryParam("dependsOn")
    @Parameter(description = "Id of an initiative that it waits for.")
    UUID dependsOn;

    @QueryParam("dangling")
    @Parameter(description = "Whether its origin can no longer carry it, as far as the caller is told that.")
    Boolean dangling;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title, focus area, support measures and expected outcomes, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, Instant now) {
        listing.matching("e.search", q)
                .and("e.aspect = :aspect", "aspect", aspect)
                .and("e.status = :status", "status", status)
                .and("array_contains(e.leadParties, :leadParty)", "leadParty", leadParty)
                .and("e.originDecision = :origin", "origin", originDecision)
                .and("e.parent.id = :parent", "parent", parentId)
                .and("exists (select 1 from e.dependsOn d where d.id = :dependency)", "dependency", dependsOn);
        return dangling == null ? listing : MandateFilter.narrow(listing, dangling, now);
    }
}
