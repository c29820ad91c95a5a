package org.coalition.initiatives.report;

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
class TotalsTableResource {
    private final Totals totals;

    TotalsTableResource(Totals totals) {
        this.totals = totals;
    }

    @GET
    @Path("exports/totals")
    @PermitAll
    @Operation(
            summary = "Exports the totals as CSV",
            description = "The lines of /v1/totals; the time that they are of stands in the name of the file.")
    public Sheet<TotalsLine> exportTotals(
            @BeanParam TotalsFilter filter, @BeanParam Breakdown breakdown, @BeanParam @Valid Conversion conversion) {
        return totals.of(filter, breakdown, conversion).sheet();
    }
}
