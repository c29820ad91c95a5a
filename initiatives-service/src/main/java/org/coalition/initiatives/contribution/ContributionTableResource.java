package org.coalition.initiatives.contribution;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.coalition.initiatives.csv.Sheet;
import org.coalition.initiatives.csv.SheetBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(SheetBody.MEDIA_TYPE)
@Tag(name = "Exports and imports")
class ContributionTableResource {
    private final ContributionSheets sheets;

    ContributionTableResource(ContributionSheets sheets) {
        this.sheets = sheets;
    }

    @GET
    @Path("exports/contributions")
    @PermitAll
    @Operation(
            summary = "Exports the contributions to the initiatives that the caller may know of as CSV",
            description =
                    "What the list shows, as a whole. A text that a spreadsheet would take for a formula begins with '.")
    public Sheet<ContributionRow> exportContributions(@Valid @BeanParam ContributionFilter filter) {
        return sheets.contributions(filter);
    }

    @GET
    @Path("exports/entries")
    @PermitAll
    @Operation(
            summary = "Exports the ledgers of the contributions that the caller may know of as CSV",
            description = "A text that a spreadsheet would take for a formula begins with '.")
    public Sheet<EntryRow> exportEntries(@Valid @BeanParam ContributionFilter lines, @BeanParam EntryFilter filter) {
        return sheets.entries(lines, filter);
    }
}
