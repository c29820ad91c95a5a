package org.coalition.initiatives.initiative;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The moves of an initiative's lifecycle, by its lead parties. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Initiatives")
@RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
class LifecycleResource {
    private final Initiatives initiatives;
    private final KnownReferences references;
    private final Caller caller;
    private final Clock clock;

    LifecycleResource(Initiatives initiatives, KnownReferences references, Caller caller, Clock clock) {
        this.initiatives = initiatives;
        this.references = references;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("initiatives/{id}/approval")
    @Operation(
            summary = "Approves an initiative",
            description =
                    "On the ground of its decision if that is ADOPTED; otherwise for the approvalReason given; the body is {} without one.")
    public InitiativeView approveInitiative(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ApproveInitiative approval) {
        return initiatives.change(
                id,
                ifMatch,
                initiative -> initiative.approve(
                        references.mandate(initiative.originDecision()),
                        approval.approvalReason(),
                        caller.party(),
                        clock.instant()));
    }

    @POST
    @Path("initiatives/{id}/implementation")
    @Operation(summary = "Starts to implement an approved initiative")
    public InitiativeView implementInitiative(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return initiatives.change(id, ifMatch, initiative -> initiative.startImplementation(caller.party()));
    }

    @POST
    @Path("initiatives/{id}/suspension")
    @Operation(summary = "Suspends an initiative that is being implemented")
    public InitiativeView suspendInitiative(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return initiatives.change(id, ifMatch, initiative -> initiative.suspend(why.reason(), caller.party()));
    }

    @POST
    @Path("initiatives/{id}/resumption")
    @Operation(summary = "Resumes a suspended initiative")
    public InitiativeView resumeInitiative(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return initiatives.change(id, ifMatch, initiative -> initiative.resume(caller.party()));
    }

    @POST
    @Path("initiatives/{id}/finalisation")
    @Operation(summary = "Starts to finalise an initiative")
    public InitiativeView finaliseInitiative(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return initiatives.change(id, ifMatch, initiative -> initiative.startFinalisation(caller.party()));
    }

    @POST
    @Path("initiatives/{id}/closure")
    @Operation(summary = "Closes an initiative", description = "After that, nothing is contributed to it any more.")
    public InitiativeView closeInitiative(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return initiatives.change(id, ifMatch, initiative -> initiative.close(caller.party()));
    }

    @POST
    @Path("initiatives/{id}/cancellation")
    @Operation(summary = "Cancels an initiative", description = "After that, nothing is contributed to it any more.")
    public InitiativeView cancelInitiative(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return initiatives.change(id, ifMatch, initiative -> initiative.cancel(why.reason(), caller.party()));
    }
}
