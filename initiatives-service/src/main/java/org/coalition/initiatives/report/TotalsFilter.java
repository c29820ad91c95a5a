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
    @Parameter(
            description =
                    "What had been recorded at this time, by the aspects that initiatives had then; now by default. Never later than the beginning of a change under way, so that the same answer can be had again.")
    Instant asOf;

    Set<TotalsKey> keys() {
        return TotalsKey.parse(by == null ? "party,aspect" : by);
    }

    /** Never later than what is settled: what is recorded until then would change an answer that has been given. */
    Instant asOf(Instant settled) {
        return asOf == null || asOf.isAfter(settled) ? settled : asOf;
    }

    Listing narrow(Listing listing, Instant settled) {
        return listing.and("c.party = :contributor", "contributor", party)
                .and("a.aspect = :aspect", "aspect", aspect)
                .and("c.track = :track", "track", track)
                .and("i.id = :initiative", "initiative", initiativeId)
                .and("l.recordedAt <= :asOf", "asOf", asOf(settled))
                .and("c.splitAt is null or c.splitAt > :asOf");
    }
}
