package org.coalition.initiatives.initiative;

import java.time.Instant;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;

/** Initiatives {@code e} whose origin can no longer carry them, found by the database. */
final class MandateFilter {
    private static final String LOST =
            "e.originDecision in (select l.decision from LostMandate l where l.since <= :now and %s)";

    /** That one has vanished is told to the lead parties only, as no one can be asked who may know of it. */
    private static final String VANISHED = "array_contains(e.leadParties, :party) and e.originDecision is not null"
            + " and cast(sql('NOT EXISTS (SELECT 1 FROM read_copy d"
            + " JOIN read_copy m ON m.subject = ''/v1/meetings/'' || (d.data ->> ''meetingId'')"
            + " JOIN read_copy i ON i.subject = ''/v1/agenda-items/'' || (d.data ->> ''agendaItemId'')"
            + " WHERE d.subject = ''/v1/decisions/'' || ?)', e.originDecision) as Boolean) = true";

    private static final String DANGLING = "(" + LOST.formatted(Audience.hql("l.audience")) + " or (" + VANISHED + "))";

    private static final String KNOWN_TO_ALL = "(l.audience.visibility = PUBLIC"
            + " or (l.audience.visibility = COALITION and e.audience.visibility <> PUBLIC)"
            + " or (l.audience.visibility = RESTRICTED and e.audience.visibility = RESTRICTED"
            + " and array_includes(l.audience.parties, e.audience.parties)))";

    /** Its announcement is for all who may know of the initiative: so they must know of its origin. */
    static final String TO_ANNOUNCE = "select e from Initiative e where e.status not in (CLOSED, CANCELLED)"
            + " and e.lostMandateAnnounced is distinct from e.originDecision and "
            + LOST.formatted(KNOWN_TO_ALL) + " order by e.id";

    private MandateFilter() {}

    /** Keeps those that dangle, or those that do not, as far as the caller is told. */
    static Listing narrow(Listing listing, boolean dangling, Instant now) {
        return listing.and(dangling ? DANGLING : "not " + DANGLING).with("now", now);
    }
}
