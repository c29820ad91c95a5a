package org.coalition.meetings.attendance;

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
import org.coalition.meetings.delegation.Delegation;
import org.coalition.meetings.delegation.Delegations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance")
class AttendanceResource {
    private final Attendances attendances;
    private final Delegations delegations;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    AttendanceResource(
            Attendances attendances, Delegations delegations, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.attendances = attendances;
        this.delegations = delegations;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("meetings/{id}/attendances")
    @PermitAll
    @Operation(summary = "Lists the attendances at a meeting")
    @Sorted("party")
    public Page<AttendanceView> listAttendances(@PathParam("id") UUID meeting, @BeanParam PageQuery page) {
        return attendances.list(meeting, page);
    }

    @GET
    @Path("meetings/{id}/quorum")
    @PermitAll
    @Operation(summary = "Computes whether the required parties are there")
    public Quorum getQuorum(@PathParam("id") UUID meeting) {
        return attendances.quorum(meeting);
    }

    @POST
    @Path("delegations/{id}/attendance")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Records how a delegation took part", description = "By host or chair; once, then PATCH it.")
    public AttendanceView recordAttendance(@PathParam("id") UUID id, @NotNull @Valid AttendanceDetails details) {
        return attendances.create(() -> {
            Delegation delegation = delegations.held(id);
            return Attendance.record(
                    ids.next(),
                    delegation,
                    attendances.meetingOf(delegation),
                    attendances.checkFirst(delegation, details),
                    caller.party(),
                    clock.instant());
        });
    }

    @GET
    @Path("attendances/{id}")
    @PermitAll
    @Operation(summary = "Reads an attendance")
    public AttendanceView getAttendance(@PathParam("id") UUID id) {
        return attendances.get(id);
    }

    @GET
    @Path("attendances/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an attendance, the last first")
    public Page<HistoryEntry> listAttendanceHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return attendances.history(id, page);
    }

    @PATCH
    @Path("attendances/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Edits an attendance")
    @RequestBody(content = @Content(schema = @Schema(implementation = AttendanceDetails.class)))
    public AttendanceView reviseAttendance(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return attendances.revise(id, ifMatch, details -> patch.apply(details, changes));
    }
}
