package org.coalition.initiatives.reconciliation;

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
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
class ReconciliationResource {
    private final Reconciliations reconciliations;

    ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @GET
    @Path("reconciliation")
    @PermitAll
    @Operation(
            summary = "Lists what was given beside what was received, line by line",
            description = "Of the contributions that the caller may know of on which either is stated.")
    @Sorted
    public Page<ReconciliationView> listReconciliation(
            @BeanParam ReconciliationFilter filter, @BeanParam PageQuery page) {
        return reconciliations.list(filter, page);
    }

    @GET
    @Path("contributions/{id}/reconciliation")
    @PermitAll
    @Operation(summary = "Reads what was given and received on a line, and what both say of it")
    public ReconciliationView getReconciliation(@PathParam("id") UUID id) {
        return reconciliations.ofLine(id);
    }

    @GET
    @Path("contributions/{id}/reconciliation/history")
    @PermitAll
    @Operation(summary = "Lists the changes of what both say of a line, the last first")
    public Page<HistoryEntry> listReconciliationHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return reconciliations.historyOfLine(id, page);
    }

    @POST
    @Path("contributions/{id}/reconciliation/statements")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "States what the caller's party has received of the funds of a line",
            description = "By a recipient of the initiative. Needs no If-Match: each states its own figure.")
    public ReconciliationView stateReceipt(@PathParam("id") UUID id, @NotNull @Valid StateReceipt receipt) {
        return reconciliations.state(id, receipt);
    }

    @POST
    @Path("contributions/{id}/reconciliation/agreement")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Agrees on a figure, which is that of the line when both sides have named it",
            description = "By the giver or a recipient, over the figures that If-Match names.")
    public ReconciliationView agreeOnFigure(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid AgreeOnFigure agree) {
        return reconciliations.agree(id, ifMatch, agree);
    }

    @POST
    @Path("contributions/{id}/reconciliation/dispute")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Disputes the figures of a line, with grounds",
            description = "By the giver or a recipient, over the figures that If-Match names.")
    public ReconciliationView disputeFigures(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid DisputeFigures dispute) {
        return reconciliations.dispute(id, ifMatch, dispute);
    }
}
