package org.coalition.meetings.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
class MeetingResource {
    private final Meetings meetings;
    private final KnownReferences references;
    private final Clashes clashes;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    MeetingResource(
            Meetings meetings,
            KnownReferences references,
            Clashes clashes,
            Caller caller,
            MergePatch patch,
            Ids ids,
            Clock clock) {
        this.meetings = meetings;
        this.references = references;
        this.clashes = clashes;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("meetings")
    @PermitAll
    @Operation(summary = "Lists the meetings that the caller may know of")
    @Sorted({"plannedStart", "title"})
    public Page<MeetingView> listMeetings(@Valid @BeanParam MeetingFilter filter, @BeanParam PageQuery page) {
        return meetings.list(filter, page);
    }

    @POST
    @Path("meetings")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Drafts a meeting", description = "A draft is known to its host and chair only.")
    public MeetingView draftMeeting(@NotNull @Valid MeetingDetails details) {
        return meetings.create(
                () -> Meeting.draft(ids.next(), references.check(details), caller.party(), clock.instant()));
    }

    @GET
    @Path("meetings/{id}")
    @PermitAll
    @Operation(summary = "Reads a meeting")
    public MeetingView getMeeting(@PathParam("id") UUID id) {
        return meetings.get(id);
    }

    @GET
    @Path("meetings/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a meeting, the last first")
    public Page<HistoryEntry> listMeetingHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return meetings.history(id, page);
    }

    @PATCH
    @Path("meetings/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Edits a meeting")
    @RequestBody(content = @Content(schema = @Schema(implementation = MeetingDetails.class)))
    public MeetingView reviseMeeting(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return meetings.change(
                id,
                ifMatch,
                meeting -> meeting.revise(
                        references.check(patch.apply(meeting.details(), changes), meeting.details()), caller.party()));
    }

    @GET
    @Path("meetings/{id}/clashes")
    @PermitAll
    @Operation(
            summary = "Lists what other meetings need at the same time",
            description = "The same venue, chair or head of delegation, as far as the caller may know of the others.")
    public Page<Clash> listClashes(@PathParam("id") UUID id) {
        return new Page<>(clashes.of(meetings.requireVisible(id)), null);
    }

    @POST
    @Path("meetings/{id}/convening")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Convenes a meeting",
            description = "From a draft; also after it was postponed and its planned time was edited. Refused if it"
                    + " clashes with another meeting, unless forced with a reason.")
    public MeetingView conveneMeeting(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @QueryParam("force") Boolean force,
            @QueryParam("reason") @Size(max = 2000) @Parameter(description = "Why, if forced; announced and audited.")
                    String reason) {
        return meetings.change(
                id,
                ifMatch,
                meeting -> meeting.convene(
                        clashes::atConvening, Clashes.reason(force, reason), caller.party(), clock.instant()));
    }

    @POST
    @Path("meetings/{id}/opening")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Opens a convened meeting")
    public MeetingView openMeeting(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return meetings.change(id, ifMatch, meeting -> meeting.open(caller.party(), clock.instant()));
    }

    @POST
    @Path("meetings/{id}/closing")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Closes a meeting in progress")
    public MeetingView closeMeeting(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return meetings.change(id, ifMatch, meeting -> meeting.close(caller.party(), clock.instant()));
    }

    @POST
    @Path("meetings/{id}/postponement")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Postpones a meeting that has not begun")
    public MeetingView postponeMeeting(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return meetings.change(id, ifMatch, meeting -> meeting.postpone(why.reason(), caller.party()));
    }

    @POST
    @Path("meetings/{id}/cancellation")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Cancels a meeting that has not begun")
    public MeetingView cancelMeeting(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return meetings.change(id, ifMatch, meeting -> meeting.cancel(why.reason(), caller.party()));
    }

    @POST
    @Path("meetings/{id}/corrections")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Corrects the summary after the minutes were approved")
    public MeetingView correctMeeting(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid CorrectMeeting correction) {
        return meetings.change(
                id, ifMatch, meeting -> meeting.correct(correction.summary(), correction.reason(), caller.party()));
    }
}
