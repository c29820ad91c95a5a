package org.coalition.initiatives.iati;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.imports.ImportMode;
import org.coalition.initiatives.imports.ImportReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exports and imports")
class IatiResource {
    private final Activities activities;
    private final ActivityImport imports;
    private final Sources sources;

    IatiResource(Activities activities, ActivityImport imports, Sources sources) {
        this.activities = activities;
        this.imports = imports;
        this.sources = sources;
    }

    @GET
    @Path("iati/activities")
    @Produces(MediaType.APPLICATION_XML)
    @PermitAll
    @Operation(
            summary = "Exports the initiatives that the caller may know of as activities of IATI 2.03",
            description =
                    "Without a token what is PUBLIC. The next page is in the header Link; 404 if there is none at all.")
    public RestResponse<byte[]> exportActivities(
            @QueryParam("initiativeId") @Parameter(description = "Only this one.") UUID initiative,
            @BeanParam PageQuery page) {
        return activities.page(initiative, page);
    }

    @POST
    @Path("iati/activities")
    @Consumes(MediaType.APPLICATION_XML)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Imports activities of IATI 2.03 as initiatives led by the caller's party",
            description =
                    "With what that party pledges, commits and disburses; the rest of each activity is kept for its export."
                            + " An activity is imported once. At most 50 activities with 300 transactions.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ImportReport> importActivities(
            @QueryParam("visibility") @Parameter(description = "Who may know of them; COALITION by default.")
                    Visibility visibility,
            @BeanParam ImportMode mode,
            byte[] document) {
        return imports.take(document, visibility, mode);
    }

    @GET
    @Path("initiatives/{id}/iati-source")
    @PermitAll
    @Operation(summary = "Reads from which IATI activity an initiative was imported")
    public SourceView getIatiSource(@PathParam("id") UUID initiative) {
        return sources.ofInitiative(initiative);
    }

    @GET
    @Path("initiatives/{id}/iati-source/history")
    @PermitAll
    @Operation(summary = "Lists the imports of an initiative, the last first")
    public Page<HistoryEntry> listIatiSourceHistory(@PathParam("id") UUID initiative, @BeanParam PageQuery page) {
        return sources.historyOf(initiative, page);
    }
}
