package org.coalition.meetings.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.meetings.decision.Decisions;
import org.coalition.meetings.report.DecisionLatency.ByFocusArea;
import org.coalition.meetings.report.DecisionLatency.ByRule;
import org.coalition.meetings.report.DecisionLatency.Figures;
import org.coalition.meetings.report.DecisionLatency.NotTaken;
import org.coalition.meetings.report.DecisionLatency.Taken;

/** How long decisions take, computed by the database over what the caller may know of. */
@Singleton
class DecisionLatencies {
    private static final String COUNTS =
            "Decisions adopted or rejected in the period, from the draft to the result; a silence that has lasted counts"
                    + " as adopted from its expiry. notTaken: decisions drafted before the end of the period that have no"
                    + " result now: open ones are drafts, put to the parties or under silence; ended ones were withdrawn,"
                    + " or their silence was broken. Only what you may know of is counted.";
    private static final int MOST_ITEMS = 200;
    private static final String FIGURES = "count(*), coalesce(sum(case when e.status = REJECTED then 0 else 1 end), 0),"
            + " percentile_cont(0.5) within group (order by e.computed.secondsToDecide),"
            + " percentile_cont(0.9) within group (order by e.computed.secondsToDecide)";
    private static final String ITEM =
            "e.id, e.registerNumber, case when e.status = REJECTED then false else true end, e.adoptionRule,"
                    + " i.focusArea, e.createdAt, e.computed.decidedAt, e.computed.secondsToDecide";
    private static final String NOT_TAKEN =
            "coalesce(sum(case when e.status in (BROKEN, WITHDRAWN) then 0 else 1 end), 0),"
                    + " coalesce(sum(case when e.status in (BROKEN, WITHDRAWN) then 1 else 0 end), 0)";

    private final Decisions decisions;
    private final Clock clock;

    DecisionLatencies(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    DecisionLatency in(Period period) {
        period.check();
        Instant now = clock.instant();
        Listing taken = decisions.taken(period.from, period.until, now);
        Figures overall = decisions.figures(FIGURES, taken, Figures.class);
        List<Taken> items = decisions.rows(ITEM, taken, Taken.class, MOST_ITEMS);
        return new DecisionLatency(
                now,
                period.from,
                period.until,
                COUNTS,
                overall,
                decisions.figures("e.adoptionRule, " + FIGURES, "e.adoptionRule", taken, ByRule.class),
                decisions.figures("i.focusArea, " + FIGURES, "i.focusArea", taken, ByFocusArea.class),
                decisions.figures(NOT_TAKEN, decisions.notTaken(period.until, now), NotTaken.class),
                items,
                overall.decisions() - items.size());
    }
}
