package org.coalition.meetings.series;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Series")
class SeriesResource {
    private final SeriesRegister register;
    private final Backlog backlog;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    SeriesResource(SeriesRegister register, Backlog backlog, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.register = register;
        this.backlog = backlog;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("series")
    @PermitAll
    @Operation(summary = "Lists the regular consultations that the caller may know of, or the overdue ones")
    @Sorted("title")
    public Page<SeriesView> listSeries(@Valid @BeanParam SeriesFilter filter, @BeanParam PageQuery page) {
        return register.list(filter, page);
    }

    @POST
    @Path("series")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Establishes regular consultations")
    public SeriesView establishSeries(@NotNull @Valid EstablishSeries request) {
        return register.create(
                () -> Series.establish(ids.next(), register.check(request), caller.party(), clock.instant()));
    }

    @GET
    @Path("series/{id}")
    @PermitAll
    @Operation(summary = "Reads a series")
    public SeriesView getSeries(@PathParam("id") UUID id) {
        return register.get(id);
    }

    @GET
    @Path("series/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a series, the last first")
    public Page<HistoryEntry> listSeriesHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return register.history(id, page);
    }

    @PATCH
    @Path("series/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Edits a series", description = "Not its rule: that changes by a new phase.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SeriesDetails.class)))
    public SeriesView reviseSeries(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return register.change(
                id,
                ifMatch,
                series -> series.revise(register.check(patch.apply(series.details(), changes)), caller.party()));
    }

    @GET
    @Path("series/{id}/cadence")
    @PermitAll
    @Operation(summary = "Tells how a series is kept: planned, held, missed, next and overdue")
    public CadenceView getCadence(@PathParam("id") UUID id) {
        return register.cadence(id);
    }

    @POST
    @Path("series/{id}/backlog")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Adds a point that waits for a next meeting",
            description = "By host, chair or counterpart; none of them waits for the others, so it needs no If-Match.")
    public SeriesView addToBacklog(@PathParam("id") UUID id, @NotNull @Valid TemplateItem point) {
        return register.change(id, IfMatch.ANY, series -> series.addToBacklog(point, caller.party(), clock.instant()));
    }

    @POST
    @Path("series/{id}/backlog-transfer")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Takes the points that wait onto the agenda of a planned meeting, or of the next")
    public SeriesView takeBacklog(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid TakeBacklog request) {
        return backlog.take(id, ifMatch, request);
    }
}
