package org.coalition.initiatives.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class TotalsResource {
    private final Totals totals;

    TotalsResource(Totals totals) {
        this.totals = totals;
    }

    @GET
    @Path("totals")
    @PermitAll
    @Operation(
            summary =
                    "Totals what was committed, allocated, disbursed and delivered, and apart from it what was pledged",
            description = "Over the contributions to the initiatives that the caller may know of.")
    public TotalsView getTotals(@BeanParam TotalsFilter filter) {
        return totals.of(filter);
    }
}
