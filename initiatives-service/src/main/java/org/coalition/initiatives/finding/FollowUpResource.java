package org.coalition.initiatives.finding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a finding comes to be closed: what its owner files, and what who raised it says of that. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
class FollowUpResource {
    private final Findings findings;
    private final Caller caller;
    private final Clock clock;

    FollowUpResource(Findings findings, Caller caller, Clock clock) {
        this.findings = findings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("findings/{id}/plan")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Files what the caller's party will do about a finding that it owns")
    public FindingView filePlan(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid FilePlan plan) {
        return findings.change(
                id, ifMatch, finding -> finding.filePlan(plan, caller.party(), caller.subject(), clock.instant()));
    }

    @POST
    @Path("findings/{id}/plan-agreement")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @Operation(summary = "Agrees to the plan that was filed", description = "By the party that has raised the finding.")
    public FindingView agreePlan(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return findings.change(
                id, ifMatch, finding -> finding.agreePlan(caller.party(), caller.subject(), clock.instant()));
    }

    @POST
    @Path("findings/{id}/evidence")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Files what shows that the agreed plan is carried out", description = "By the owner.")
    public FindingView fileEvidence(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid FileEvidence evidence) {
        return findings.change(
                id,
                ifMatch,
                finding -> finding.fileEvidence(evidence, caller.party(), caller.subject(), clock.instant()));
    }

    @POST
    @Path("findings/{id}/closure")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @Operation(
            summary = "Accepts the evidence that was filed, which closes the finding",
            description = "By the party that has raised it, never by the owner.")
    public FindingView closeFinding(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return findings.change(
                id, ifMatch, finding -> finding.close(caller.party(), caller.subject(), clock.instant()));
    }

    @POST
    @Path("findings/{id}/rejection")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @Operation(
            summary = "Sends back the plan, or once that is agreed to the evidence",
            description = "By the party that has raised the finding; the owner files another one.")
    public FindingView rejectFiled(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return findings.change(id, ifMatch, finding -> finding.reject(why.reason(), caller.party()));
    }

    @POST
    @Path("findings/{id}/reopening")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC, Roles.AUDITOR})
    @Operation(
            summary = "Reopens a finding whose plan or evidence was not enough after all",
            description = "By the party that has raised it; the owner files another plan.")
    public FindingView reopenFinding(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return findings.change(id, ifMatch, finding -> finding.reopen(why.reason(), caller.party()));
    }
}
