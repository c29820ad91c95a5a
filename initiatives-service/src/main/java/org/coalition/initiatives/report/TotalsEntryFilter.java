package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.contribution.EntryKind;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of the entries behind a line of totals to list. */
public class TotalsEntryFilter {
    @QueryParam("kind")
    @Parameter(description = "Those of one figure.")
    EntryKind kind;

    @QueryParam("converted")
    @Parameter(description = "With currency: those in money that were converted or are in it, or those without a rate.")
    Boolean converted;

    Listing narrow(Listing listing, Conversion conversion) {
        if (converted != null && !conversion.isWanted()) {
            throw new Malformed(Fault.in("converted", "no-currency", "converted goes with currency."));
        }
        listing.and("e.kind = :kind", "kind", kind);
        if (converted == null) {
            return listing;
        }
        return listing.and("c.currency is not null")
                .and((converted ? "not " : "") + "(" + conversion.unconverted() + ")");
    }
}
