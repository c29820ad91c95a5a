package org.coalition.meetings.statement;

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
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a joint statement comes to be published: the moves of its lifecycle, and what the parties say. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Joint statements")
class EndorsementResource {
    private final Statements statements;
    private final Caller caller;
    private final Clock clock;

    EndorsementResource(Statements statements, Caller caller, Clock clock) {
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("statements/{id}/opening")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Opens a joint statement for endorsement",
            description = "Freezes the required parties: those listed, or those with a delegation now.")
    public StatementView openStatement(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return statements.change(
                id,
                ifMatch,
                (statement, meeting) ->
                        statement.open(meeting, () -> statements.delegationsThatMayKnow(statement), caller.party()));
    }

    @POST
    @Path("statements/{id}/endorsements")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Endorses or declines the current version for the caller's party",
            description = "Names the version that was read: 409 if it is no longer current. Needs no If-Match.")
    public StatementView endorseStatement(@PathParam("id") UUID id, @NotNull @Valid Endorse endorse) {
        return statements.change(
                id, IfMatch.ANY, statement -> statement.endorse(endorse, caller.party(), clock.instant()));
    }

    @POST
    @Path("statements/{id}/publication")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Publishes a joint statement",
            description = "Once every required party has endorsed the current version; 409 names those missing.")
    public StatementView publishStatement(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return statements.change(
                id, ifMatch, (statement, meeting) -> statement.publish(meeting, caller.party(), clock.instant()));
    }

    @POST
    @Path("statements/{id}/withdrawal")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Withdraws a joint statement that is not published")
    public StatementView withdrawStatement(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return statements.change(
                id, ifMatch, (statement, meeting) -> statement.withdraw(why.reason(), meeting, caller.party()));
    }
}
