package org.coalition.initiatives.contribution;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of a ledger to list. */
public class EntryFilter {
    @QueryParam("kind")
    EntryKind kind;

    @QueryParam("from")
    @Parameter(description = "With a value date on this day or later.")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "With a value date on this day or earlier.")
    LocalDate to;

    /**
     * The same over a listing of entries {@code l}.
     *
     * @throws Malformed 400 if the days are in the wrong order
     */
    Listing narrow(Listing listing) {
        requireOrder();
        return listing.and("l.kind = :kind", "kind", kind)
                .and("l.valueDate >= :from", "from", from)
                .and("l.valueDate <= :to", "to", to);
    }

    /**
     * Conditions over an entry {@code l}, each preceded by an and; a filter that was not given adds none.
     *
     * @throws Malformed 400 if the days are in the wrong order
     */
    String hql() {
        requireOrder();
        return (kind == null ? "" : " and l.kind = :kind")
                + (from == null ? "" : " and l.valueDate >= :from")
                + (to == null ? "" : " and l.valueDate <= :to");
    }

    /** The parameters of those conditions, with these. */
    Map<String, Object> with(Map<String, Object> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        parameters.put("kind", kind);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.values().removeIf(Objects::isNull);
        return parameters;
    }

    private void requireOrder() {
        if (from != null && to != null && from.isAfter(to)) {
            throw new Malformed(Fault.in("from", "after-to", "from is not after to; give them the other way round."));
        }
    }
}
