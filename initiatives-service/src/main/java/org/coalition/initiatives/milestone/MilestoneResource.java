package org.coalition.initiatives.milestone;

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
@Tag(name = "Milestones")
class MilestoneResource {
    private final Milestones milestones;
    private final Initiatives initiatives;
    private final Prerequisites prerequisites;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    MilestoneResource(
            Milestones milestones,
            Initiatives initiatives,
            Prerequisites prerequisites,
            Caller caller,
            MergePatch patch,
            Ids ids,
            Clock clock) {
        this.milestones = milestones;
        this.initiatives = initiatives;
        this.prerequisites = prerequisites;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("milestones")
    @PermitAll
    @Operation(summary = "Lists the milestones of the initiatives that the caller may know of")
    @Sorted({"dueOn", "title"})
    public Page<MilestoneView> listMilestones(@Valid @BeanParam MilestoneFilter filter, @BeanParam PageQuery page) {
        return milestones.list(filter, page);
    }

    @POST
    @Path("initiatives/{id}/milestones")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(summary = "Schedules a milestone of an initiative", description = "By its lead parties.")
    public MilestoneView scheduleMilestone(@PathParam("id") UUID initiative, @NotNull @Valid MilestoneDetails details) {
        return milestones.create(() -> Milestone.schedule(
                ids.next(),
                initiatives.held(initiative),
                details,
                prerequisites.of(details),
                caller.party(),
                clock.instant()));
    }

    @GET
    @Path("milestones/{id}")
    @PermitAll
    @Operation(summary = "Reads a milestone")
    public MilestoneView getMilestone(@PathParam("id") UUID id) {
        return milestones.get(id);
    }

    @GET
    @Path("milestones/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a milestone, the last first")
    public Page<HistoryEntry> listMilestoneHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return milestones.history(id, page);
    }

    @PATCH
    @Path("milestones/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Edits or reschedules a milestone that is still to be reached")
    @RequestBody(content = @Content(schema = @Schema(implementation = MilestoneDetails.class)))
    public MilestoneView reviseMilestone(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return milestones.change(id, ifMatch, (milestone, initiative) -> {
            MilestoneDetails details = patch.apply(milestone.details(), changes);
            return milestone.revise(details, prerequisites.of(details, milestone), initiative, caller.party());
        });
    }

    @POST
    @Path("milestones/{id}/assessment")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Assesses whether a milestone was reached", description = "By the initiative's lead parties.")
    public MilestoneView assessMilestone(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid AssessMilestone assessment) {
        return milestones.change(
                id,
                ifMatch,
                (milestone, initiative) -> milestone.assess(assessment, initiative, caller.party(), clock.instant()));
    }

    @POST
    @Path("milestones/{id}/reopening")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Takes the assessment of a milestone back", description = "It is SCHEDULED again.")
    public MilestoneView reopenMilestone(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid ReopenMilestone why) {
        return milestones.change(
                id, ifMatch, (milestone, initiative) -> milestone.reopen(why.reason(), initiative, caller.party()));
    }
}
