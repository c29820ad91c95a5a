package org.coalition.initiatives.rate;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which exchange rates to list. */
public class ExchangeRateFilter {
    @QueryParam("base")
    @Parameter(description = "ISO 4217.")
    String base;

    @QueryParam("quote")
    @Parameter(description = "ISO 4217.")
    String quote;

    @QueryParam("on")
    @Parameter(description = "Of this day.")
    LocalDate on;

    Listing narrow(Listing listing) {
        return listing.and("e.base = :base", "base", base)
                .and("e.quote = :quote", "quote", quote)
                .and("e.day = :day", "day", on);
    }
}
