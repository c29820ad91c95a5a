package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contributions to list. */
public class ContributionFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the contributing party.")
    String party;

    @QueryParam("track")
    Track track;

    @QueryParam("instrument")
    Instrument instrument;

    @QueryParam("splitFrom")
    @Parameter(description = "Id of the line of which they are parts.")
    UUID splitFrom;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of the description, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :contributor", "contributor", party)
                .and("e.track = :track", "track", track)
                .and("e.instrument = :instrument", "instrument", instrument)
                .and("e.splitFrom = :whole", "whole", splitFrom);
    }
}
