package org.coalition.initiatives.need;

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
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs")
class NeedResource {
    private final Needs needs;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    NeedResource(Needs needs, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.needs = needs;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("needs")
    @PermitAll
    @Operation(summary = "Lists the needs that the caller may know of")
    @Sorted({"item", "neededBy"})
    public Page<NeedView> listNeeds(@Valid @BeanParam NeedFilter filter, @BeanParam PageQuery page) {
        return needs.list(filter, page);
    }

    @POST
    @Path("needs")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(summary = "States a need of the caller's party")
    public NeedView stateNeed(@NotNull @Valid NeedDetails details) {
        return needs.create(() -> Need.state(ids.next(), needs.check(details, null), caller.party(), clock.instant()));
    }

    @GET
    @Path("needs/{id}")
    @PermitAll
    @Operation(summary = "Reads a need and how far it is met")
    public NeedView getNeed(@PathParam("id") UUID id) {
        return needs.get(id);
    }

    @GET
    @Path("needs/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a need, the last first")
    public Page<HistoryEntry> listNeedHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return needs.history(id, page);
    }

    @PATCH
    @Path("needs/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Edits a need of the caller's party",
            description = "Its quantity stays at least what is met; item and unit stay once an offer is accepted.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NeedDetails.class)))
    public NeedView reviseNeed(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return needs.revise(id, ifMatch, details -> patch.apply(details, changes));
    }

    @POST
    @Path("needs/{id}/withdrawal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Withdraws a need of the caller's party that is not met",
            description = "What was accepted stays.")
    public NeedView withdrawNeed(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return needs.change(id, ifMatch, need -> need.withdraw(why.reason(), caller.party()));
    }
}
