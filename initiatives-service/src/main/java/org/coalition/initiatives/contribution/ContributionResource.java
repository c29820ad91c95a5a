package org.coalition.initiatives.contribution;

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
@Tag(name = "Contributions")
class ContributionResource {
    private final Contributions contributions;
    private final Splitting splitting;
    private final Caller caller;
    private final MergePatch patch;
    private final Clock clock;

    ContributionResource(
            Contributions contributions, Splitting splitting, Caller caller, MergePatch patch, Clock clock) {
        this.contributions = contributions;
        this.splitting = splitting;
        this.caller = caller;
        this.patch = patch;
        this.clock = clock;
    }

    @GET
    @Path("contributions")
    @PermitAll
    @Operation(summary = "Lists the contributions to the initiatives that the caller may know of")
    @Sorted("committed")
    public Page<ContributionView> listContributions(
            @Valid @BeanParam ContributionFilter filter, @BeanParam PageQuery page) {
        return contributions.list(filter, page);
    }

    @POST
    @Path("initiatives/{id}/contributions")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Opens a contribution of the caller's party to an initiative",
            description = "Until the initiative is closed or cancelled.")
    public ContributionView openContribution(
            @PathParam("id") UUID initiative, @NotNull @Valid OpenContribution opening) {
        return contributions.open(initiative, opening);
    }

    @GET
    @Path("contributions/{id}")
    @PermitAll
    @Operation(summary = "Reads a contribution")
    public ContributionView getContribution(@PathParam("id") UUID id) {
        return contributions.get(id);
    }

    @GET
    @Path("contributions/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a contribution, the last first")
    public Page<HistoryEntry> listContributionHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return contributions.history(id, page);
    }

    @PATCH
    @Path("contributions/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Edits a contribution of the caller's party, but not its terms")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReviseContribution.class)))
    public ContributionView reviseContribution(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return contributions.change(
                id,
                ifMatch,
                (contribution, initiative) -> contribution.revise(
                        patch.apply(contribution.details().revisable(), changes), initiative, caller.party()));
    }

    @POST
    @Path("contributions/{id}/conditions/{number}/fulfilment")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Says that a condition is fulfilled", description = "By its place in the list, from 1.")
    public ContributionView fulfilCondition(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid FulfilCondition fulfilment) {
        return contributions.change(
                id,
                ifMatch,
                (contribution, initiative) ->
                        contribution.fulfil(number, fulfilment, initiative, caller.party(), clock.instant()));
    }

    @POST
    @Path("contributions/{id}/split")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Splits a contribution of the caller's party into parts, which then stand for it",
            description = "Its parts are listed by splitFrom.")
    public ContributionView splitContribution(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid SplitContribution parts) {
        return splitting.split(id, ifMatch, parts);
    }
}
