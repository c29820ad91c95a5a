package org.coalition.initiatives.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coalition.defaults.identity.Roles;
import org.coalition.initiatives.imports.ImportMode;
import org.coalition.initiatives.imports.ImportReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exports and imports")
class ContributionImportResource {
    private final ContributionImport imports;

    ContributionImportResource(ContributionImport imports) {
        this.imports = imports;
    }

    @POST
    @Path("imports/contributions")
    @Consumes("text/csv")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Opens contributions of the caller's party out of a CSV table",
            description =
                    "Columns: initiativeId, track, instrument, description, currency or unit, privatePartnerName,"
                            + " privatePartnerCountry, pledged, committed, valueDate, agreementRef. At most 200 rows, all or none.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ImportReport> importContributions(@BeanParam ImportMode mode, byte[] table) {
        return imports.take(table, mode);
    }
}
