package org.coalition.initiatives.oversight;

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
class OversightResource {
    private final Oversight oversight;

    OversightResource(Oversight oversight) {
        this.oversight = oversight;
    }

    @GET
    @Path("reports/oversight")
    @PermitAll
    @Operation(
            summary = "Reports what is signed off, and what was found and is still open",
            description = "Over the initiatives that the caller may know of, each figure with the list behind it.")
    public OversightView getOversight(@BeanParam OversightScope scope) {
        return oversight.of(scope);
    }
}
