package org.coalition.initiatives.oversight;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;

/** What the oversight report is about. */
public class OversightScope {
    @QueryParam("initiativeId")
    UUID initiativeId;

    Listing narrow(Listing listing) {
        return listing.and("e.initiativeId = :initiative", "initiative", initiativeId);
    }

    String query() {
        return initiativeId == null ? "" : "&initiativeId=" + initiativeId;
    }
}
