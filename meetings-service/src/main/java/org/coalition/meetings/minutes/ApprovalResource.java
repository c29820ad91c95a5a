package org.coalition.meetings.minutes;

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
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How circulated minutes come to be approved: what the parties say to them, and what host and chair make of it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Minutes")
class ApprovalResource {
    private final MinuteBook book;
    private final Corrections corrections;
    private final Wording wording;
    private final Approval approval;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ApprovalResource(
            MinuteBook book,
            Corrections corrections,
            Wording wording,
            Approval approval,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.book = book;
        this.corrections = corrections;
        this.wording = wording;
        this.approval = approval;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("minutes/{id}/corrections")
    @PermitAll
    @Operation(summary = "Lists the corrections of minutes")
    @Sorted
    public Page<CorrectionView> listCorrections(@PathParam("id") UUID minutes, @BeanParam PageQuery page) {
        return corrections.list(minutes, page);
    }

    @POST
    @Path("minutes/{id}/corrections")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Proposes a correction of circulated minutes",
            description = "By a party with a delegation, host or chair, before commentUntil. Needs no If-Match.")
    public CorrectionView proposeCorrection(@PathParam("id") UUID minutes, @NotNull @Valid ProposeCorrection proposed) {
        return corrections.create(() -> Correction.propose(
                ids.next(),
                corrections.commentable(minutes),
                proposed,
                corrections.earlierOf(caller.party(), minutes),
                caller.party(),
                clock.instant()));
    }

    @POST
    @Path("minutes/{id}/agreements")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Agrees to circulated minutes for the caller's party",
            description = "Needs no If-Match: the body names the text that the party has read.")
    public MinutesView agreeToMinutes(@PathParam("id") UUID id, @NotNull @Valid AgreeToMinutes agreement) {
        return book.change(id, IfMatch.ANY, (minutes, meeting) -> {
            corrections.requireTakesPart(meeting);
            return minutes.agree(agreement.textVersion(), caller.party(), clock.instant());
        });
    }

    @POST
    @Path("minutes/{id}/approval")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Approves circulated minutes, and so ends their meeting",
            description =
                    "From commentUntil on, or when each party with a delegation agrees; no correction may be open.")
    public MinutesView approveMinutes(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return approval.approve(id, ifMatch);
    }

    @GET
    @Path("minutes-corrections/{id}")
    @PermitAll
    @Operation(summary = "Reads a correction of minutes")
    public CorrectionView getCorrection(@PathParam("id") UUID id) {
        return corrections.get(id);
    }

    @GET
    @Path("minutes-corrections/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a correction of minutes, the last first")
    public Page<HistoryEntry> listCorrectionHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return corrections.history(id, page);
    }

    @POST
    @Path("minutes-corrections/{id}/acceptance")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Accepts a correction", description = "Its section of the minutes reads so from now on.")
    public CorrectionView acceptCorrection(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return wording.accept(id, ifMatch, why.reason());
    }

    @POST
    @Path("minutes-corrections/{id}/rejection")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Rejects a correction")
    public CorrectionView rejectCorrection(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return corrections.change(
                id,
                ifMatch,
                correction -> correction.reject(
                        why.reason(), book.meeting(correction.meetingId()), caller.party(), clock.instant()));
    }
}
