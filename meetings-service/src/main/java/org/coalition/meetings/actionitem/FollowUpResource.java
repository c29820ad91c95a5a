package org.coalition.meetings.actionitem;

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
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of an action item: the moves of its lifecycle. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Action items")
class FollowUpResource {
    private final ActionItems items;
    private final Delegations delegations;
    private final Caller caller;
    private final Clock clock;

    FollowUpResource(ActionItems items, Delegations delegations, Caller caller, Clock clock) {
        this.items = items;
        this.delegations = delegations;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("action-items/{id}/start")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Starts an action item", description = "By its owner.")
    public ActionItemView startActionItem(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return items.change(id, ifMatch, item -> item.start(caller.party()));
    }

    @POST
    @Path("action-items/{id}/completion")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Completes an action item, with evidence", description = "By its owner.")
    public ActionItemView completeActionItem(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid CompleteActionItem complete) {
        return items.change(id, ifMatch, item -> item.complete(complete.evidence(), caller.party()));
    }

    @POST
    @Path("action-items/{id}/verification")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Verifies that an action item is done",
            description = "By a party that takes part in the meeting, another than the owner.")
    public ActionItemView verifyActionItem(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return items.change(
                id,
                ifMatch,
                (item, meeting) ->
                        item.verify(delegations.takesPart(meeting, caller.party()), caller.party(), clock.instant()));
    }

    @POST
    @Path("action-items/{id}/verification-refusal")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Refuses to verify an action item, which is in progress again",
            description = "By a party that takes part in the meeting, another than the owner.")
    public ActionItemView refuseVerification(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return items.change(
                id,
                ifMatch,
                (item, meeting) -> item.refuseVerification(
                        why.reason(), delegations.takesPart(meeting, caller.party()), caller.party()));
    }

    @POST
    @Path("action-items/{id}/cancellation")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Cancels an action item that is still to be done", description = "By host or chair.")
    public ActionItemView cancelActionItem(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return items.change(id, ifMatch, (item, meeting) -> item.cancel(why.reason(), meeting, caller.party()));
    }
}
