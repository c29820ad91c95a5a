package org.coalition.meetings.minutes;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Minutes")
class MinutesResource {
    private final MinuteBook book;
    private final Wording wording;
    private final MinutesVersions versions;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    MinutesResource(
            MinuteBook book,
            Wording wording,
            MinutesVersions versions,
            Caller caller,
            MergePatch patch,
            Ids ids,
            Clock clock) {
        this.book = book;
        this.wording = wording;
        this.versions = versions;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("meetings/{id}/minutes")
    @PermitAll
    @Operation(summary = "Reads the minutes of a meeting")
    public MinutesView getMinutesOfMeeting(@PathParam("id") UUID meeting) {
        return book.ofMeeting(meeting);
    }

    @POST
    @Path("meetings/{id}/minutes")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(
            summary = "Drafts the minutes of a meeting in progress or closed",
            description = "A draft is known to host and chair only.")
    public MinutesView draftMinutes(@PathParam("id") UUID meeting, @NotNull @Valid MinutesText text) {
        return book.create(() -> {
            Meeting held = book.meeting(meeting);
            held.requireRunBy(caller.party());
            book.requireNone(held);
            return Minutes.draft(ids.next(), held, book.check(text, meeting), caller.party(), clock.instant());
        });
    }

    @GET
    @Path("minutes/{id}")
    @PermitAll
    @Operation(summary = "Reads minutes")
    public MinutesView getMinutes(@PathParam("id") UUID id) {
        return book.get(id);
    }

    @GET
    @Path("minutes/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of minutes, the last first")
    public Page<HistoryEntry> listMinutesHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return book.history(id, page);
    }

    @PATCH
    @Path("minutes/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Edits minutes that are not circulated yet")
    @RequestBody(content = @Content(schema = @Schema(implementation = MinutesText.class)))
    public MinutesView reviseMinutes(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return book.change(
                id,
                ifMatch,
                (minutes, meeting) -> minutes.revise(
                        book.check(patch.apply(minutes.text(), changes), meeting.id()), meeting, caller.party()));
    }

    @POST
    @Path("minutes/{id}/circulation")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Circulates the minutes of a closed meeting",
            description = "From now on the text changes only by accepted corrections.")
    public MinutesView circulateMinutes(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid CirculateMinutes circulation) {
        return wording.circulate(id, ifMatch, circulation.commentUntil());
    }

    @POST
    @Path("minutes/{id}/corrigenda")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Corrects approved minutes by a new version of their text")
    public MinutesView issueCorrigendum(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid IssueCorrigendum corrigendum) {
        return wording.correct(id, ifMatch, corrigendum);
    }

    @GET
    @Path("minutes/{id}/versions")
    @PermitAll
    @Operation(summary = "Lists the texts that minutes have had since they were circulated")
    @Sorted
    public Page<MinutesVersionItem> listMinutesVersions(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return versions.list(id, page);
    }

    @GET
    @Path("minutes/{id}/versions/{number}")
    @PermitAll
    @Operation(summary = "Reads a text that minutes have had")
    public MinutesVersionView getMinutesVersion(@PathParam("id") UUID id, @PathParam("number") Integer number) {
        return versions.get(id, number);
    }
}
