package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.contribution.Track;
import org.coalition.initiatives.initiative.Aspect;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What to total, and by what. */
public class TotalsFilter {
    @QueryParam("by")
    @Parameter(description = "What to break down by: party, aspect, track; by default party,aspect.")
    String by;

    @QueryParam("party")
    @Parameter(description = "Code of the contributing party.")
    String party;

    @QueryParam("aspect")
    Aspect aspect;

    @QueryParam("track")
    Track track;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("asOf")
    @Parameter(description = "What had been recorded at this time; now by default, and if it is still to come.")
    Instant asOf;

    Set<TotalsKey> keys() {
        return TotalsKey.parse(by == null ? "party,aspect" : by);
    }

    /** Never later than now: what is recorded until then would change an answer that has been given. */
    Instant asOf(Instant now) {
        return asOf == null || asOf.isAfter(now) ? now : asOf;
    }

    Listing narrow(Listing listing, Instant now) {
        return listing.and("c.party = :contributor", "contributor", party)
                .and("i.aspect = :aspect", "aspect", aspect)
                .and("c.track = :track", "track", track)
                .and("i.id = :initiative", "initiative", initiativeId)
                .and("l.recordedAt <= :asOf", "asOf", asOf(now))
                .and("c.splitAt is null or c.splitAt > :asOf");
    }
}
