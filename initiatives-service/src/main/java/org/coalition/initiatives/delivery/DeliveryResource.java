package org.coalition.initiatives.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class DeliveryResource {
    private final Deliveries deliveries;
    private final Planning planning;
    private final Caller caller;
    private final MergePatch patch;
    private final Clock clock;

    DeliveryResource(Deliveries deliveries, Planning planning, Caller caller, MergePatch patch, Clock clock) {
        this.deliveries = deliveries;
        this.planning = planning;
        this.caller = caller;
        this.patch = patch;
        this.clock = clock;
    }

    @GET
    @Path("deliveries")
    @PermitAll
    @Operation(summary = "Lists the deliveries under the contributions that the caller may know of")
    @Sorted("promisedOn")
    public Page<DeliveryView> listDeliveries(
            @BeanParam DeliveryScope scope, @Valid @BeanParam DeliveryFilter filter, @BeanParam PageQuery page) {
        return deliveries.list(scope, filter, page);
    }

    @POST
    @Path("contributions/{id}/deliveries")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Plans a delivery under a contribution of the caller's party",
            description = "In the measure of the line. What comes in parts is planned as several deliveries.")
    public DeliveryView planDelivery(@PathParam("id") UUID contribution, @NotNull @Valid PlanDelivery plan) {
        return planning.plan(contribution, plan);
    }

    @GET
    @Path("deliveries/{id}")
    @PermitAll
    @Operation(summary = "Reads a delivery")
    public DeliveryView getDelivery(@PathParam("id") UUID id) {
        return deliveries.get(id);
    }

    @GET
    @Path("deliveries/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a delivery, the last first")
    public Page<HistoryEntry> listDeliveryHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return deliveries.history(id, page);
    }

    @PATCH
    @Path("deliveries/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Edits a delivery of the caller's party that is not dispatched yet")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReviseDelivery.class)))
    public DeliveryView reviseDelivery(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return planning.revise(id, ifMatch, revisable -> patch.apply(revisable, changes));
    }

    @POST
    @Path("deliveries/{id}/promise")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Promises another day for a delivery of the caller's party",
            description = "Until it is handed over. The first promise is kept, and every reason.")
    public DeliveryView revisePromise(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid RevisePromise revision) {
        return deliveries.change(
                id,
                ifMatch,
                (delivery, initiative) -> delivery.revisePromise(revision, caller.party(), clock.instant()));
    }

    @POST
    @Path("deliveries/{id}/reassignment")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Moves a delivery under a line that was split to a part of that line")
    public DeliveryView moveDelivery(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid MoveDelivery move) {
        return planning.move(id, ifMatch, move.contributionId());
    }
}
