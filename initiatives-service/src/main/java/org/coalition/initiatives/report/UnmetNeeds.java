package org.coalition.initiatives.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.coalition.defaults.identity.Caller;
import org.coalition.initiatives.need.Needs;

/** What is still needed, by item and day. */
@Singleton
class UnmetNeeds {
    private static final int MOST = 1_000;
    private static final String COUNTS =
            "The needs that are OPEN or PARTLY_MET and that the caller may know of; met: what was"
                    + " accepted of the offers; unmet: the rest. Different units are not added.";
    private static final String GROUP_BY = "e.neededBy, e.item, e.unit";
    private static final String SELECT =
            GROUP_BY + ", count(e), sum(e.quantity), sum(e.met), sum(e.quantity) - sum(e.met)";

    private final Needs needs;
    private final Caller caller;
    private final Clock clock;

    UnmetNeeds(Needs needs, Caller caller, Clock clock) {
        this.needs = needs;
        this.caller = caller;
        this.clock = clock;
    }

    UnmetNeedsView of(UnmetNeedsFilter filter) {
        List<UnmetNeedsLine> lines =
                needs.figures(SELECT, GROUP_BY, filter.narrow(Needs.unmet(caller)), UnmetNeedsLine.class, MOST + 1);
        boolean complete = lines.size() <= MOST;
        return new UnmetNeedsView(clock.instant(), COUNTS, complete, complete ? lines : lines.subList(0, MOST));
    }
}
