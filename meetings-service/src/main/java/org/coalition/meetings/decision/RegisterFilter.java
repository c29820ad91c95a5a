package org.coalition.meetings.decision;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which decisions of the register to list. */
public class RegisterFilter {
    @QueryParam("number")
    @Parameter(description = "The register number.", example = "DEC/2026/014")
    String number;

    @QueryParam("year")
    Integer year;

    @QueryParam("party")
    @Parameter(description = "Code of a party that was entitled to a position.")
    String party;

    @QueryParam("focusArea")
    @Parameter(description = "The focus area of the agenda item.")
    String focusArea;

    @QueryParam("inForce")
    @Parameter(description = "Whether no other decision has taken its place.")
    Boolean inForce;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words of the text, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, Instant now) {
        listing.and("e.computed.registerYear is not null")
                .matching("e.search", q)
                .and("e.registerNumber = :number", "number", number)
                .and("e.computed.registerYear = :year", "year", year)
                .and("array_contains(e.ballot.entitledParties, :entitled)", "entitled", party)
                .and("i.focusArea = :focusArea", "focusArea", focusArea);
        return DecisionFilter.inForce(inForce, listing, now);
    }
}
