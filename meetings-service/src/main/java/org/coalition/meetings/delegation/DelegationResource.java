package org.coalition.meetings.delegation;

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
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
class DelegationResource {
    private final Delegations delegations;
    private final Meetings meetings;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    DelegationResource(
            Delegations delegations, Meetings meetings, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.delegations = delegations;
        this.meetings = meetings;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("meetings/{id}/delegations")
    @PermitAll
    @Operation(summary = "Lists the delegations to a meeting")
    @Sorted("party")
    public Page<DelegationView> listDelegations(@PathParam("id") UUID meeting, @BeanParam PageQuery page) {
        return delegations.list(meeting, page);
    }

    @POST
    @Path("meetings/{id}/delegations")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(summary = "Forms a delegation to a meeting")
    public DelegationView formDelegation(@PathParam("id") UUID meeting, @NotNull @Valid FormDelegation form) {
        return delegations.create(() -> {
            Meeting held = meetings.held(meeting);
            delegations.requireFree(meeting, form.party());
            return Delegation.form(ids.next(), held, form, caller.party(), clock.instant());
        });
    }

    @GET
    @Path("delegations/{id}")
    @PermitAll
    @Operation(summary = "Reads a delegation")
    public DelegationView getDelegation(@PathParam("id") UUID id) {
        return delegations.get(id);
    }

    @GET
    @Path("delegations/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a delegation, the last first")
    public Page<HistoryEntry> listDelegationHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return delegations.history(id, page);
    }

    @PATCH
    @Path("delegations/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Changes who belongs to a delegation")
    @RequestBody(content = @Content(schema = @Schema(implementation = DelegationMembers.class)))
    public DelegationView recomposeDelegation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return delegations.change(
                id,
                ifMatch,
                delegation -> delegation.recompose(
                        patch.apply(delegation.composition(), changes), meetingOf(delegation), caller.party()));
    }

    @POST
    @Path("delegations/{id}/reply")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Replies to the invitation")
    public DelegationView replyToInvitation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reply reply) {
        return delegations.change(
                id, ifMatch, delegation -> delegation.reply(reply, meetingOf(delegation), caller.party()));
    }

    @POST
    @Path("delegations/{id}/replacements")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Replaces a delegate")
    public DelegationView replaceDelegate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ReplaceDelegate change) {
        return delegations.change(
                id,
                ifMatch,
                delegation -> delegation.replace(change, meetingOf(delegation), caller.party(), clock.instant()));
    }

    private Meeting meetingOf(Delegation delegation) {
        return meetings.held(delegation.meetingId());
    }
}
