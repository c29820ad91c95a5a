package org.coalition.initiatives.initiative;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Initiatives")
class WeightsResource {
    private final Initiatives initiatives;

    WeightsResource(Initiatives initiatives) {
        this.initiatives = initiatives;
    }

    @GET
    @Path("initiatives/{id}/weights")
    @PermitAll
    @Operation(summary = "Reads what the parts of an initiative count")
    public WeightsView getWeights(@PathParam("id") UUID id) {
        return initiatives.weights(id);
    }

    @PUT
    @Path("initiatives/{id}/weights")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Sets what the parts of an initiative count, all in one step",
            description = "By its lead parties; together 1. If-Match takes the ETag of the weights.")
    public WeightsView setWeights(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid SetWeights weights) {
        return initiatives.weigh(id, ifMatch, weights);
    }
}
