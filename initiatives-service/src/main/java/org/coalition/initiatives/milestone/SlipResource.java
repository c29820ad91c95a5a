package org.coalition.initiatives.milestone;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones")
class SlipResource {
    private final Slips slips;

    SlipResource(Slips slips) {
        this.slips = slips;
    }

    @GET
    @Path("milestones/{id}/slip")
    @PermitAll
    @Operation(summary = "Shows when a milestone and those that wait for it can be reached")
    public SlipView getSlip(
            @PathParam("id") UUID id,
            @QueryParam("dueOn") @Parameter(description = "What if it were due on this day?") LocalDate supposed) {
        return slips.of(id, supposed);
    }
}
