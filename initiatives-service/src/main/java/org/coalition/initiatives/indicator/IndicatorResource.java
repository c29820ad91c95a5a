package org.coalition.initiatives.indicator;

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
import org.coalition.initiatives.initiative.Initiatives;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class IndicatorResource {
    private final Indicators indicators;
    private final Initiatives initiatives;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    IndicatorResource(
            Indicators indicators, Initiatives initiatives, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.indicators = indicators;
        this.initiatives = initiatives;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("indicators")
    @PermitAll
    @Operation(summary = "Lists the indicators of the initiatives that the caller may know of")
    @Sorted("title")
    public Page<IndicatorView> listIndicators(@Valid @BeanParam IndicatorFilter filter, @BeanParam PageQuery page) {
        return indicators.list(filter, page);
    }

    @POST
    @Path("initiatives/{id}/indicators")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Defines an indicator of an expected outcome",
            description = "By the initiative's lead parties.")
    public IndicatorView defineIndicator(@PathParam("id") UUID initiative, @NotNull @Valid IndicatorDetails details) {
        return indicators.create(() ->
                Indicator.define(ids.next(), initiatives.held(initiative), details, caller.party(), clock.instant()));
    }

    @GET
    @Path("indicators/{id}")
    @PermitAll
    @Operation(summary = "Reads an indicator")
    public IndicatorView getIndicator(@PathParam("id") UUID id) {
        return indicators.get(id);
    }

    @GET
    @Path("indicators/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an indicator, the last first")
    public Page<HistoryEntry> listIndicatorHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return indicators.history(id, page);
    }

    @PATCH
    @Path("indicators/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Edits an indicator", description = "Periods with actuals keep their days.")
    @RequestBody(content = @Content(schema = @Schema(implementation = IndicatorDetails.class)))
    public IndicatorView reviseIndicator(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return indicators.change(
                id,
                ifMatch,
                (indicator, initiative) ->
                        indicator.revise(patch.apply(indicator.details(), changes), initiative, caller.party()));
    }

    @GET
    @Path("indicators/{id}/actuals")
    @PermitAll
    @Operation(summary = "Lists all that was recorded of an indicator, in the order of recording")
    public Page<ActualView> listActuals(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return indicators.actuals(id, page);
    }

    @POST
    @Path("indicators/{id}/actuals")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Records what was measured, or corrects it", description = "By the initiative's lead parties.")
    public IndicatorView recordActual(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid RecordActual measured) {
        return indicators.change(
                id,
                ifMatch,
                (indicator, initiative) -> indicator.measure(
                        measured,
                        initiative,
                        new Recording(ids.next(), clock.instant(), caller.subject(), caller.party())));
    }
}
