package org.coalition.meetings.actionitem;

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
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.meeting.Meeting;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Action items")
class ActionItemResource {
    private final ActionItems items;
    private final KnownOrigin origin;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    ActionItemResource(ActionItems items, KnownOrigin origin, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.items = items;
        this.origin = origin;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("action-items")
    @PermitAll
    @Operation(summary = "Lists the action items of the meetings that the caller may know of")
    @Sorted({"dueOn", "title"})
    public Page<ActionItemView> listActionItems(@Valid @BeanParam ActionItemFilter filter, @BeanParam PageQuery page) {
        return items.list(filter, page);
    }

    @POST
    @Path("agenda-items/{id}/action-items")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Assigns an action item under an agenda item")
    public ActionItemView assignActionItem(@PathParam("id") UUID agendaItem, @NotNull @Valid AssignActionItem assign) {
        return items.create(() -> {
            AgendaItem item = items.item(agendaItem);
            Meeting meeting = items.meetingOf(item);
            items.requireOwner(assign.owner(), agendaItem);
            return ActionItem.assign(
                    ids.next(), item, meeting, origin.check(assign, item, meeting), caller.party(), clock.instant());
        });
    }

    @GET
    @Path("action-items/{id}")
    @PermitAll
    @Operation(summary = "Reads an action item")
    public ActionItemView getActionItem(@PathParam("id") UUID id) {
        return items.get(id);
    }

    @GET
    @Path("action-items/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an action item, the last first")
    public Page<HistoryEntry> listActionItemHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return items.history(id, page);
    }

    @PATCH
    @Path("action-items/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Edits an action item that is still to be done",
            description = "By host or chair, also after the minutes are approved.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ActionItemDetails.class)))
    public ActionItemView reviseActionItem(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return items.change(
                id,
                ifMatch,
                (item, meeting) -> item.revise(
                        items.check(patch.apply(item.details(), changes), item.agendaItemId()),
                        meeting,
                        caller.party()));
    }
}
