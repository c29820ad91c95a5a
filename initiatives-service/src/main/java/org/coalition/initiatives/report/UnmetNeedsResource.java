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
class UnmetNeedsResource {
    private final UnmetNeeds needs;

    UnmetNeedsResource(UnmetNeeds needs) {
        this.needs = needs;
    }

    @GET
    @Path("reports/unmet-needs")
    @PermitAll
    @Operation(
            summary = "Reports what is still needed, by item and day",
            description = "Over the needs that the caller may know of; /v1/needs lists those behind a line.")
    public UnmetNeedsView getUnmetNeeds(@BeanParam UnmetNeedsFilter filter) {
        return needs.of(filter);
    }
}
