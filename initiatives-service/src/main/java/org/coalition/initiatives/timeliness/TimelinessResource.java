package org.coalition.initiatives.timeliness;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coalition.initiatives.delivery.DeliveryScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class TimelinessResource {
    private final Timeliness timeliness;

    TimelinessResource(Timeliness timeliness) {
        this.timeliness = timeliness;
    }

    @GET
    @Path("reports/timeliness")
    @PermitAll
    @Operation(
            summary = "Reports whether what was promised came when it was promised",
            description = "Over the deliveries that the caller may know of, each figure with the list behind it.")
    public TimelinessView getTimeliness(@BeanParam DeliveryScope scope, @BeanParam Breakdown breakdown) {
        return timeliness.of(scope, breakdown.keys());
    }
}
