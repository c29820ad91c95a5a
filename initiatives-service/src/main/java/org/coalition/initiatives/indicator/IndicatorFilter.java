package org.coalition.initiatives.indicator;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which indicators to list. */
public class IndicatorFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("measure")
    Measure measure;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title and expected outcome, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.measure = :measure", "measure", measure);
    }
}
