package org.coalition.gateway.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryResource {
    private final Deliveries deliveries;
    private final Replays replays;
    private final TestEvents tests;

    DeliveryResource(Deliveries deliveries, Replays replays, TestEvents tests) {
        this.deliveries = deliveries;
        this.replays = replays;
        this.tests = tests;
    }

    @GET
    @Path("webhooks/{id}/deliveries")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Lists the deliveries of a webhook, the last first",
            description = "They are kept for 30 days, whatever became of them.")
    public Page<WebhookDeliveryView> listDeliveriesOfWebhook(
            @PathParam("id") UUID id, @Valid @BeanParam DeliveryFilter filter, @BeanParam PageQuery page) {
        return deliveries.list(id, filter, page);
    }

    @GET
    @Path("webhooks/{id}/deliveries/{deliveryId}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Reads a delivery of a webhook")
    public WebhookDeliveryView getDeliveryOfWebhook(
            @PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return deliveries.get(id, deliveryId);
    }

    @POST
    @Path("webhooks/{id}/deliveries/{deliveryId}/redelivery")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Begins a delivery anew, whatever became of it",
            description = "The event keeps its webhook-id, by which the receiver knows it again.")
    public WebhookDeliveryView redeliver(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return deliveries.again(id, deliveryId);
    }

    @POST
    @Path("webhooks/{id}/test-event")
    @RolesAllowed(Roles.READER)
    @ResponseStatus(201)
    @Operation(summary = "Sends an event to the endpoint that did not happen, to try it")
    public WebhookDeliveryView sendTestEvent(@PathParam("id") UUID id) {
        return tests.send(id);
    }

    @GET
    @Path("webhooks/{id}/replays")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Lists the replays to a webhook, the last first")
    public Page<WebhookReplayView> listReplays(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return replays.list(id, page);
    }

    @GET
    @Path("webhooks/{id}/replays/{replayId}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Reads how far a replay has come")
    public WebhookReplayView getReplay(@PathParam("id") UUID id, @PathParam("replayId") UUID replayId) {
        return replays.get(id, replayId);
    }

    @POST
    @Path("webhooks/{id}/replays")
    @RolesAllowed(Roles.READER)
    @ResponseStatus(201)
    @Operation(
            summary = "Sends events of the past again, from some place on",
            description = "One at a time; each brings about 10,000 deliveries at most.")
    public WebhookReplayView replayEvents(@PathParam("id") UUID id, @NotNull @Valid ReplayEvents request) {
        return replays.ask(id, request);
    }
}
