package org.coalition.initiatives.finding;

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
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
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
@Tag(name = "Findings")
class FindingResource {
    private final Findings findings;
    private final Caller caller;
    private final MergePatch patch;

    FindingResource(Findings findings, Caller caller, MergePatch patch) {
        this.findings = findings;
        this.caller = caller;
        this.patch = patch;
    }

    @GET
    @Path("findings")
    @PermitAll
    @Operation(summary = "Lists the findings within the initiatives that the caller may know of")
    @Sorted({"dueOn", "title"})
    public Page<FindingView> listFindings(@Valid @BeanParam FindingFilter filter, @BeanParam PageQuery page) {
        return findings.list(filter, page);
    }

    @POST
    @Path("initiatives/{id}/findings")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @ResponseStatus(201)
    @Operation(summary = "Raises a finding on an initiative, on which another party is to act")
    public FindingView raiseFindingOnInitiative(@PathParam("id") UUID initiative, @NotNull @Valid RaiseFinding raise) {
        return findings.raiseOnInitiative(initiative, raise);
    }

    @POST
    @Path("contributions/{id}/findings")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @ResponseStatus(201)
    @Operation(summary = "Raises a finding on a contribution, on which another party is to act")
    public FindingView raiseFindingOnContribution(
            @PathParam("id") UUID contribution, @NotNull @Valid RaiseFinding raise) {
        return findings.raiseOnContribution(contribution, raise);
    }

    @GET
    @Path("findings/{id}")
    @PermitAll
    @Operation(summary = "Reads a finding")
    public FindingView getFinding(@PathParam("id") UUID id) {
        return findings.get(id);
    }

    @GET
    @Path("findings/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a finding, the last first")
    public Page<HistoryEntry> listFindingHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return findings.history(id, page);
    }

    @PATCH
    @Path("findings/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @Operation(summary = "Edits a finding of the caller's party for which no plan is agreed on")
    @RequestBody(content = @Content(schema = @Schema(implementation = FindingDetails.class)))
    public FindingView reviseFinding(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return findings.change(
                id, ifMatch, finding -> finding.revise(patch.apply(finding.details(), changes), caller.party()));
    }
}
