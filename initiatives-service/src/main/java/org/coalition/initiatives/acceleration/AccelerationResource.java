package org.coalition.initiatives.acceleration;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Acceleration requests")
class AccelerationResource {
    private final Accelerations accelerations;
    private final Caller caller;
    private final Ids ids;

    AccelerationResource(Accelerations accelerations, Caller caller, Ids ids) {
        this.accelerations = accelerations;
        this.caller = caller;
        this.ids = ids;
    }

    @GET
    @Path("acceleration-requests")
    @PermitAll
    @Operation(summary = "Lists the acceleration requests for the deliveries that the caller may know of")
    @Sorted("wantedOn")
    public Page<AccelerationView> listAccelerationRequests(
            @Valid @BeanParam AccelerationFilter filter, @BeanParam PageQuery page) {
        return accelerations.list(filter, page);
    }

    @POST
    @Path("deliveries/{id}/acceleration-requests")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Asks that a delivery is brought forward",
            description = "By its recipient or a lead party of the initiative, one request of each at a time.")
    public AccelerationView requestAcceleration(
            @PathParam("id") UUID delivery, @NotNull @Valid RequestAcceleration wanted) {
        return accelerations.request(ids.next(), delivery, wanted);
    }

    @GET
    @Path("acceleration-requests/{id}")
    @PermitAll
    @Operation(summary = "Reads an acceleration request")
    public AccelerationView getAccelerationRequest(@PathParam("id") UUID id) {
        return accelerations.get(id);
    }

    @GET
    @Path("acceleration-requests/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an acceleration request, the last first")
    public Page<HistoryEntry> listAccelerationRequestHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return accelerations.history(id, page);
    }

    @POST
    @Path("acceleration-requests/{id}/acceptance")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Accepts the wanted day or, after a counter, the offered one; it is promised then",
            description = "The wanted day by who gives the delivery, the offered one by who asked.")
    public AccelerationView acceptAcceleration(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return accelerations.accept(id, ifMatch);
    }

    @POST
    @Path("acceleration-requests/{id}/counter")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Answers with another day", description = "By who gives the delivery.")
    public AccelerationView counterAcceleration(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid CounterAcceleration offer) {
        return accelerations.counter(id, ifMatch, offer);
    }

    @POST
    @Path("acceleration-requests/{id}/refusal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Declines an acceleration request", description = "By who gives the delivery.")
    public AccelerationView declineAcceleration(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return accelerations.change(id, ifMatch, request -> request.decline(why.reason(), caller.party()));
    }

    @POST
    @Path("acceleration-requests/{id}/withdrawal")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Withdraws an acceleration request", description = "By who asked.")
    public AccelerationView withdrawAcceleration(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return accelerations.change(id, ifMatch, request -> request.withdraw(caller.party()));
    }
}
