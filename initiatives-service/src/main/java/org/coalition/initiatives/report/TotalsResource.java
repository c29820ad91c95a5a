package org.coalition.initiatives.report;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class TotalsResource {
    private final Totals totals;

    TotalsResource(Totals totals) {
        this.totals = totals;
    }

    @GET
    @Path("totals")
    @PermitAll
    @Operation(
            summary = "Totals what was committed, allocated, disbursed, delivered and, apart, pledged",
            description = "Over the contributions to the initiatives that the caller may know of.")
    public TotalsView getTotals(
            @BeanParam TotalsFilter filter, @BeanParam Breakdown breakdown, @BeanParam @Valid Conversion conversion) {
        return totals.of(filter, breakdown, conversion);
    }

    @GET
    @Path("totals/entries")
    @PermitAll
    @Operation(
            summary = "Lists the ledger entries that a total counts",
            description = "Each line of totals has the path; give the same asOf for each page.")
    @Sorted
    public Page<TotalsEntryView> listTotalEntries(
            @BeanParam TotalsFilter filter,
            @BeanParam TotalsEntryFilter entries,
            @BeanParam @Valid Conversion conversion,
            @BeanParam PageQuery page) {
        return totals.entries(filter, entries, conversion, page);
    }
}
