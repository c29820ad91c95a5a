package org.coalition.initiatives.loss;

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
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Loss reports")
class LossReportResource {
    private final LossReports reports;
    private final Caller caller;

    LossReportResource(LossReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Path("loss-reports")
    @PermitAll
    @Operation(summary = "Lists the loss reports within the initiatives that the caller may know of")
    @Sorted("lostOn")
    public Page<LossReportView> listLossReports(@Valid @BeanParam LossReportFilter filter, @BeanParam PageQuery page) {
        return reports.list(filter, page);
    }

    @POST
    @Path("deliveries/{id}/loss-reports")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(summary = "Reports that articles which the caller's party held are lost")
    public LossReportView fileLossReport(@PathParam("id") UUID delivery, @NotNull @Valid ReportLoss report) {
        return reports.file(delivery, report);
    }

    @GET
    @Path("loss-reports/{id}")
    @PermitAll
    @Operation(summary = "Reads a loss report")
    public LossReportView getLossReport(@PathParam("id") UUID id) {
        return reports.get(id);
    }

    @GET
    @Path("loss-reports/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a loss report, the last first")
    public Page<HistoryEntry> listLossReportHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return reports.history(id, page);
    }

    @POST
    @Path("loss-reports/{id}/acknowledgement")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Takes note of a loss", description = "By who gave the articles.")
    public LossReportView acknowledgeLoss(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return reports.change(id, ifMatch, report -> report.acknowledge(caller.party()));
    }

    @POST
    @Path("loss-reports/{id}/dispute")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Disputes a loss: the articles count as held", description = "By who gave the articles.")
    public LossReportView disputeLoss(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return reports.change(id, ifMatch, report -> report.dispute(why.reason(), caller.party()));
    }

    @POST
    @Path("loss-reports/{id}/withdrawal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Withdraws a loss report", description = "By who has reported it.")
    public LossReportView withdrawLoss(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return reports.change(id, ifMatch, report -> report.withdraw(why.reason(), caller.party()));
    }

    @POST
    @Path("loss-reports/{id}/recovery")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Reports that lost articles were found", description = "By who had reported the loss.")
    public LossReportView recoverLoss(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason how) {
        return reports.change(id, ifMatch, report -> report.recover(how.reason(), caller.party()));
    }
}
