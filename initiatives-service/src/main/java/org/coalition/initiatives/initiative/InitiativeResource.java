package org.coalition.initiatives.initiative;

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
@Tag(name = "Initiatives")
class InitiativeResource {
    private final Initiatives initiatives;
    private final KnownReferences references;
    private final Lineage lineage;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    InitiativeResource(
            Initiatives initiatives,
            KnownReferences references,
            Lineage lineage,
            Caller caller,
            MergePatch patch,
            Ids ids,
            Clock clock) {
        this.initiatives = initiatives;
        this.references = references;
        this.lineage = lineage;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("initiatives")
    @PermitAll
    @Operation(summary = "Lists the initiatives that the caller may know of")
    @Sorted(value = "title", optional = "approvedAt")
    public Page<InitiativeView> listInitiatives(@Valid @BeanParam InitiativeFilter filter, @BeanParam PageQuery page) {
        return initiatives.list(filter, page);
    }

    @POST
    @Path("initiatives")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(summary = "Plans an initiative", description = "By one of its lead parties; it begins in PIPELINE.")
    public InitiativeView planInitiative(@NotNull @Valid InitiativeDetails details) {
        return initiatives.create(() -> Initiative.plan(
                ids.next(), references.check(details), lineage.links(details), caller.party(), clock.instant()));
    }

    @GET
    @Path("initiatives/{id}")
    @PermitAll
    @Operation(summary = "Reads an initiative")
    public InitiativeView getInitiative(@PathParam("id") UUID id) {
        return initiatives.get(id);
    }

    @GET
    @Path("initiatives/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an initiative, the last first")
    public Page<HistoryEntry> listInitiativeHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return initiatives.history(id, page);
    }

    @PATCH
    @Path("initiatives/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Edits an initiative", description = "By its lead parties, until it is closed or cancelled.")
    @RequestBody(content = @Content(schema = @Schema(implementation = InitiativeDetails.class)))
    public InitiativeView reviseInitiative(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return initiatives.change(id, ifMatch, initiative -> {
            InitiativeDetails details =
                    references.check(patch.apply(initiative.details(), changes), initiative.originDecision());
            return initiative.revise(
                    details,
                    lineage.links(details, initiative),
                    references.mandate(details.originDecision()),
                    caller.party(),
                    clock.instant());
        });
    }
}
