package org.coalition.meetings.series;

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
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Series")
class ScheduleResource {
    private final SeriesRegister register;
    private final Planning planning;
    private final Rescheduling rescheduling;
    private final Clock clock;

    ScheduleResource(SeriesRegister register, Planning planning, Rescheduling rescheduling, Clock clock) {
        this.register = register;
        this.planning = planning;
        this.rescheduling = rescheduling;
        this.clock = clock;
    }

    @GET
    @Path("series/{id}/occurrences")
    @PermitAll
    @Operation(summary = "Lists the occurrences in a window of time, with their meetings")
    public OccurrenceList listOccurrences(@PathParam("id") UUID id, @BeanParam OccurrenceWindow window) {
        return register.occurrences(id, window.from(clock.instant()), window.until(clock.instant()));
    }

    @POST
    @Path("series/{id}/planning")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Drafts the meetings of the occurrences ahead, each once",
            description = "With the agenda of the series; at most 12 at once. Asked again, it finds what is planned.")
    public OccurrenceList planOccurrences(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid PlanOccurrences request) {
        return planning.plan(id, ifMatch, request.until());
    }

    @POST
    @Path("series/{id}/phases")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Changes how the series recurs, from one occurrence on or for all not yet held")
    public RescheduledView rescheduleSeries(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reschedule change) {
        return rescheduling.reschedule(id, ifMatch, change);
    }

    @POST
    @Path("series/{id}/exclusions")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Leaves out an occurrence that is not planned",
            description = "One that is planned is cancelled by its meeting.")
    public SeriesView excludeOccurrence(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ExcludeOccurrence exclusion) {
        return rescheduling.exclude(id, ifMatch, exclusion);
    }

    @POST
    @Path("series/{id}/reinstatements")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Takes back that an occurrence was left out")
    public SeriesView reinstateOccurrence(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ReinstateOccurrence reinstatement) {
        return rescheduling.reinstate(id, ifMatch, reinstatement);
    }
}
