package org.coalition.initiatives.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class TransparencyReportResource {
    private final TransparencyReports reports;

    TransparencyReportResource(TransparencyReports reports) {
        this.reports = reports;
    }

    @GET
    @Path("transparency-reports")
    @PermitAll
    @Operation(summary = "Lists the published transparency reports")
    @Sorted("quarter")
    public Page<TransparencyReportSummary> listTransparencyReports(
            @QueryParam("quarter") String quarter, @BeanParam PageQuery page) {
        return reports.list(quarter, page);
    }

    @POST
    @Path("transparency-reports")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Publishes the transparency report of a quarter, or a further edition of it",
            description = "With the figures of now over what is PUBLIC, whoever asks; they are frozen.")
    public TransparencyReportView publishTransparencyReport(@NotNull @Valid PublishTransparencyReport report) {
        return reports.publish(report);
    }

    @GET
    @Path("transparency-reports/{id}")
    @PermitAll
    @Operation(summary = "Reads a published transparency report")
    public TransparencyReportView getTransparencyReport(@PathParam("id") UUID id) {
        return reports.get(id);
    }

    @GET
    @Path("transparency-reports/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a published transparency report, the last first")
    public Page<HistoryEntry> listTransparencyReportHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return reports.history(id, page);
    }
}
