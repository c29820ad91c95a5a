package org.coalition.meetings.agenda;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.meeting.Meeting;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agenda")
class AgendaResource {
    private final AgendaItems items;
    private final CarryOver carryOver;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    AgendaResource(AgendaItems items, CarryOver carryOver, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.items = items;
        this.carryOver = carryOver;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("meetings/{id}/agenda")
    @PermitAll
    @Operation(summary = "Reads the agenda of a meeting")
    public AgendaView getAgenda(@PathParam("id") UUID meeting) {
        return items.agendaOf(meeting);
    }

    @POST
    @Path("meetings/{id}/agenda-items")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Adds an item at the end of the agenda",
            description = "By host, chair or a party with a delegation; by host and chair only once in progress.")
    public AgendaItemView addAgendaItem(@PathParam("id") UUID meeting, @NotNull @Valid AgendaItemDetails details) {
        return items.create(() -> {
            Meeting held = items.heldForAdding(meeting);
            return AgendaItem.add(
                    ids.next(),
                    held,
                    null,
                    items.nextPosition(meeting, null),
                    items.check(details),
                    caller.party(),
                    clock.instant());
        });
    }

    @POST
    @Path("agenda-items/{id}/sub-items")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(summary = "Adds an item below another one", description = "At most three levels.")
    public AgendaItemView addSubItem(@PathParam("id") UUID id, @NotNull @Valid AgendaItemDetails details) {
        return items.create(() -> {
            Meeting held = items.heldForAdding(items.requireVisible(id).meetingId());
            AgendaItem parent = items.held(id);
            return AgendaItem.add(
                    ids.next(),
                    held,
                    parent,
                    items.nextPosition(held.id(), parent),
                    items.check(details),
                    caller.party(),
                    clock.instant());
        });
    }

    @PUT
    @Path("meetings/{id}/agenda-order")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Reorders the agenda in one step",
            description = "If-Match takes the ETag of the agenda, not that of an item.")
    public AgendaView reorderAgenda(
            @PathParam("id") UUID meeting,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ReorderAgenda order) {
        return items.reorder(meeting, ifMatch, order.items());
    }

    @GET
    @Path("agenda-items/{id}")
    @PermitAll
    @Operation(summary = "Reads an agenda item")
    public AgendaItemView getAgendaItem(@PathParam("id") UUID id) {
        return items.get(id);
    }

    @GET
    @Path("agenda-items/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an agenda item, the last first")
    public Page<HistoryEntry> listAgendaItemHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return items.history(id, page);
    }

    @PATCH
    @Path("agenda-items/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Edits an agenda item")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgendaItemDetails.class)))
    public AgendaItemView reviseAgendaItem(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return items.revise(id, ifMatch, details -> items.check(patch.apply(details, changes)));
    }

    @POST
    @Path("agenda-items/{id}/conclusion")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Concludes an agenda item", description = "By host or chair, once the meeting has begun.")
    public AgendaItemView concludeAgendaItem(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return items.conclude(id, ifMatch);
    }

    @POST
    @Path("agenda-items/{id}/carry-over")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(
            summary = "Carries an unfinished item over to another meeting",
            description = "Answers the new item, which names this one as carriedFrom. By who runs both meetings.")
    public AgendaItemView carryOver(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid CarryOverItem carry) {
        return carryOver.carry(id, ifMatch, carry.meetingId());
    }
}
