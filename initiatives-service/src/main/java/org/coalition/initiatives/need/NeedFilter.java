package org.coalition.initiatives.need;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which needs to list; item, unit and neededBy together are those behind a line of the report on unmet needs. */
public class NeedFilter {
    @QueryParam("recipient")
    @Parameter(description = "Code of the party that asks.")
    String recipient;

    @QueryParam("status")
    NeedStatus status;

    @QueryParam("priority")
    Priority priority;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("item")
    @Parameter(description = "The item, letter for letter.")
    String item;

    @QueryParam("unit")
    String unit;

    @QueryParam("neededBy")
    LocalDate neededBy;

    @QueryParam("unmet")
    @Parameter(description = "Whether something is left to offer.")
    Boolean unmet;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words of the item, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        Listing narrowed = listing.matching("e.search", q)
                .and("e.recipient = :recipient", "recipient", recipient)
                .and("e.status = :status", "status", status)
                .and("e.priority = :priority", "priority", priority)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.item = :item", "item", item)
                .and("e.unit = :unit", "unit", unit)
                .and("e.neededBy = :neededBy", "neededBy", neededBy);
        return unmet == null ? narrowed : narrowed.and(unmet ? Needs.UNMET : "not (" + Needs.UNMET + ")");
    }
}
