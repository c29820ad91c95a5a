package org.coalition.meetings.decision;

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
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a decision comes to its result: the moves of its lifecycle, and what the parties say. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
class AdoptionResource {
    private final Decisions decisions;
    private final Delegations delegations;
    private final Caller caller;
    private final Clock clock;

    AdoptionResource(Decisions decisions, Delegations delegations, Caller caller, Clock clock) {
        this.decisions = decisions;
        this.delegations = delegations;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("decisions/{id}/opening")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Opens a decision for positions", description = "Freezes the entitled parties.")
    public DecisionView openDecision(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return decisions.change(
                id,
                ifMatch,
                (decision, meeting) -> decision.open(
                        meeting, () -> delegations.partiesAt(meeting.id()), caller.party(), clock.instant()));
    }

    @POST
    @Path("decisions/{id}/silence-procedure")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Puts a decision under silence",
            description = "It is adopted when the period ends, unless an entitled party objects before.")
    public DecisionView startSilence(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid StartSilence start) {
        return decisions.startSilence(id, ifMatch, start);
    }

    @POST
    @Path("decisions/{id}/positions")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Takes the position of the caller's party",
            description = "Needs no If-Match: parties take their positions independently of each other.")
    public DecisionView takePosition(@PathParam("id") UUID id, @NotNull @Valid TakePosition position) {
        return decisions.change(
                id, IfMatch.ANY, decision -> decision.takePosition(position, caller.party(), clock.instant()));
    }

    @POST
    @Path("decisions/{id}/reservations")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Attaches a reservation or interpretative statement of the caller's party",
            description = "To an open or adopted decision; it stands, and so does the result. Needs no If-Match.")
    public DecisionView makeReservation(@PathParam("id") UUID id, @NotNull @Valid MakeReservation reservation) {
        return decisions.change(
                id, IfMatch.ANY, decision -> decision.reserve(reservation, caller.party(), clock.instant()));
    }

    @POST
    @Path("decisions/{id}/objections")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Breaks the silence by an objection or amendment",
            description = "Before the expiry; 409 from that instant on. Needs no If-Match.")
    public DecisionView breakSilence(@PathParam("id") UUID id, @NotNull @Valid RaiseObjection objection) {
        return decisions.change(
                id, IfMatch.ANY, decision -> decision.breakSilence(objection, caller.party(), clock.instant()));
    }

    @POST
    @Path("decisions/{id}/conclusion")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Concludes an open decision",
            description =
                    "The result is computed from the positions; on adoption the decision gets its register number.")
    public DecisionView concludeDecision(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return decisions.change(
                id,
                ifMatch,
                (decision, meeting) -> decision.conclude(
                        meeting, year -> decisions.number(decision, year), caller.party(), clock.instant()));
    }

    @POST
    @Path("decisions/{id}/withdrawal")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Withdraws a decision that is open or under silence")
    public DecisionView withdrawDecision(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return decisions.change(
                id,
                ifMatch,
                (decision, meeting) -> decision.withdraw(why.reason(), meeting, caller.party(), clock.instant()));
    }
}
