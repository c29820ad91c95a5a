package org.coalition.initiatives.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trace")
class TraceResource {
    private final Traces traces;

    TraceResource(Traces traces) {
        this.traces = traces;
    }

    @GET
    @Path("trace/{type}/{id}")
    @PermitAll
    @Operation(
            summary = "Walks the chain from any link, up to the meeting and down to what came of it",
            description = "Shows only links that the caller may know of.")
    public TraceView getTrace(
            @PathParam("type")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "meeting",
                                                "agenda-item",
                                                "decision",
                                                "recommendation",
                                                "initiative",
                                                "indicator",
                                                "contribution",
                                                "delivery",
                                                "finding"
                                            }))
                    String type,
            @PathParam("id") UUID id) {
        return traces.of(type, id);
    }
}
