package org.coalition.initiatives.indicator;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;

/** Which indicators to list. */
public class IndicatorFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("measure")
    Measure measure;

    Listing narrow(Listing listing) {
        return listing.and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.measure = :measure", "measure", measure);
    }
}
