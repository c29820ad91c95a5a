package org.coalition.meetings.decision;

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
import org.coalition.meetings.agenda.AgendaItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
class DecisionResource {
    private final Decisions decisions;
    private final KnownReferences references;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    DecisionResource(
            Decisions decisions, KnownReferences references, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.decisions = decisions;
        this.references = references;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("decisions")
    @PermitAll
    @Operation(summary = "Lists the decisions of the meetings that the caller may know of")
    @Sorted(optional = {"effectiveOn", "reviewOn"})
    public Page<DecisionView> listDecisions(@Valid @BeanParam DecisionFilter filter, @BeanParam PageQuery page) {
        return decisions.list(filter, page);
    }

    @POST
    @Path("agenda-items/{id}/decisions")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Drafts a decision under an agenda item")
    public DecisionView draftDecision(@PathParam("id") UUID agendaItem, @NotNull @Valid DraftDecision draft) {
        return decisions.create(() -> {
            AgendaItem item = decisions.item(agendaItem);
            return references.check(Decision.draft(
                    ids.next(), item, decisions.meetingOf(item), draft, caller.party(), clock.instant()));
        });
    }

    @GET
    @Path("decision-register")
    @PermitAll
    @Operation(
            summary = "Lists the adopted decisions by register number",
            description = "The newest year first, and in a year from the first number on.")
    public Page<RegisterEntry> listRegister(@Valid @BeanParam RegisterFilter filter, @BeanParam PageQuery page) {
        return decisions.register(filter, page);
    }

    @GET
    @Path("decisions/{id}")
    @PermitAll
    @Operation(summary = "Reads a decision")
    public DecisionView getDecision(@PathParam("id") UUID id) {
        return decisions.get(id);
    }

    @GET
    @Path("decisions/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a decision, the last first")
    public Page<HistoryEntry> listDecisionHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return decisions.history(id, page);
    }

    @PATCH
    @Path("decisions/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Edits the text of a decision",
            description = "As a draft or under silence; under silence, an edit starts the period again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionText.class)))
    public DecisionView reviseDecision(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return decisions.change(
                id,
                ifMatch,
                (decision, meeting) -> decision.revise(
                        references.check(patch.apply(decision.decisionText(), changes), decision),
                        meeting,
                        caller.party(),
                        clock.instant()));
    }
}
