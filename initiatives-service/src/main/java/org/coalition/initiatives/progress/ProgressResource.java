package org.coalition.initiatives.progress;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Initiatives")
class ProgressResource {
    private final ProgressReport progress;

    ProgressResource(ProgressReport progress) {
        this.progress = progress;
    }

    @GET
    @Path("initiatives/{id}/progress")
    @PermitAll
    @Operation(
            summary = "Computes how far an initiative has come",
            description = "From its milestones, its indicators and its parts, with all inputs.")
    public ProgressView getProgress(@PathParam("id") UUID id) {
        return progress.of(id);
    }
}
