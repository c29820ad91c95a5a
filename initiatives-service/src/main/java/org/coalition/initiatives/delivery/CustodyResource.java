package org.coalition.initiatives.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A delivery from hand to hand: the moves of its lifecycle. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class CustodyResource {
    private final Deliveries deliveries;
    private final Receiving receiving;
    private final Caller caller;
    private final Clock clock;

    CustodyResource(Deliveries deliveries, Receiving receiving, Caller caller, Clock clock) {
        this.deliveries = deliveries;
        this.receiving = receiving;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("deliveries/{id}/dispatch")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Records that a delivery was dispatched", description = "By the party that gives it.")
    public DeliveryView dispatchDelivery(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid RecordStage reached) {
        return deliveries.change(
                id, ifMatch, (delivery, initiative) -> delivery.dispatch(reached, caller.party(), clock.instant()));
    }

    @POST
    @Path("deliveries/{id}/hub-arrival")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Records that a delivery is at a hub",
            description = "By the party that gives it. Not every delivery passes one.")
    public DeliveryView recordHubArrival(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid RecordStage reached) {
        return deliveries.change(
                id, ifMatch, (delivery, initiative) -> delivery.arriveAtHub(reached, caller.party(), clock.instant()));
    }

    @POST
    @Path("deliveries/{id}/handover")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Records that a delivery was handed over", description = "By the party that gives it.")
    public DeliveryView handOverDelivery(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid RecordStage reached) {
        return deliveries.change(
                id, ifMatch, (delivery, initiative) -> delivery.handOver(reached, caller.party(), clock.instant()));
    }

    @POST
    @Path("deliveries/{id}/receipt")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Confirms the receipt of a delivery",
            description = "By its recipient only. What is kept is recorded in the ledger of its line.")
    public DeliveryView confirmReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ConfirmReceipt receipt) {
        return receiving.confirm(id, ifMatch, receipt);
    }

    @POST
    @Path("deliveries/{id}/returns")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Records that goods of a delivery were returned after its receipt",
            description = "By its recipient only.")
    public DeliveryView returnGoods(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid ReturnGoods goods) {
        return receiving.takeBack(id, ifMatch, goods);
    }

    @POST
    @Path("deliveries/{id}/cancellation")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Cancels a delivery that is not handed over",
            description = "By the party that gives it; also when the initiative has come to its end.")
    public DeliveryView cancelDelivery(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return deliveries.change(id, ifMatch, delivery -> delivery.cancel(why.reason(), caller.party()));
    }
}
