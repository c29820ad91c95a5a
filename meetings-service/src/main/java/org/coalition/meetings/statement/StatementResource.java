package org.coalition.meetings.statement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.meetings.agenda.AgendaItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Joint statements")
class StatementResource {
    private final Statements statements;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    StatementResource(Statements statements, Caller caller, Ids ids, Clock clock) {
        this.statements = statements;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("statements")
    @PermitAll
    @Operation(summary = "Lists the joint statements of the meetings that the caller may know of")
    @Sorted(optional = "publishedOn")
    public Page<StatementView> listStatements(@Valid @BeanParam StatementFilter filter, @BeanParam PageQuery page) {
        return statements.list(filter, page);
    }

    @POST
    @Path("agenda-items/{id}/statements")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Drafts a joint statement under an agenda item")
    public StatementView draftStatement(@PathParam("id") UUID agendaItem, @NotNull @Valid DraftStatement draft) {
        return statements.create(() -> {
            AgendaItem item = statements.item(agendaItem);
            return Statement.draft(
                    ids.next(),
                    item,
                    statements.meetingOf(item),
                    statements.check(draft, item),
                    caller.party(),
                    clock.instant());
        });
    }

    @GET
    @Path("statements/{id}")
    @PermitAll
    @Operation(summary = "Reads a joint statement in its current version")
    public StatementView getStatement(@PathParam("id") UUID id) {
        return statements.get(id);
    }

    @GET
    @Path("statements/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a joint statement, the last first")
    public Page<HistoryEntry> listStatementHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return statements.history(id, page);
    }

    @GET
    @Path("statements/{id}/versions")
    @PermitAll
    @Operation(summary = "Lists the versions of a joint statement")
    public StatementVersionsView listStatementVersions(@PathParam("id") UUID id) {
        return statements.versions(id);
    }

    @GET
    @Path("statements/{id}/versions/{number}")
    @PermitAll
    @Operation(summary = "Reads one version of a joint statement, and what the parties said of it")
    public StatementVersionView getStatementVersion(@PathParam("id") UUID id, @PathParam("number") Integer number) {
        return statements.version(id, number);
    }

    @POST
    @Path("statements/{id}/versions")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Writes a new version of a joint statement",
            description = "As a draft or while open; voids what the parties said of the version before.")
    public StatementView rewriteStatement(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid StatementText text) {
        return statements.change(
                id,
                ifMatch,
                (statement, meeting) -> statement.rewrite(text, ids.next(), meeting, caller.party(), clock.instant()));
    }
}
