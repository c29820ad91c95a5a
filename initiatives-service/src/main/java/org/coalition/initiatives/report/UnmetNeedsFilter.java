package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.need.Priority;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which unmet needs to report. */
public class UnmetNeedsFilter {
    @QueryParam("recipient")
    @Parameter(description = "Code of the party that asks.")
    String recipient;

    @QueryParam("item")
    @Parameter(description = "The item, letter for letter.")
    String item;

    @QueryParam("priority")
    Priority priority;

    @QueryParam("from")
    @Parameter(description = "Needed by this day or later.")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Needed by this day or earlier.")
    LocalDate to;

    Listing narrow(Listing listing) {
        return listing.and("e.recipient = :recipient", "recipient", recipient)
                .and("e.item = :item", "item", item)
                .and("e.priority = :priority", "priority", priority)
                .and("e.neededBy >= :from", "from", from)
                .and("e.neededBy <= :to", "to", to);
    }
}
