package org.coalition.meetings.recommendation;

import jakarta.inject.Singleton;
import java.util.Map;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcomes;
import org.coalition.meetings.party.Parties;

/** The recommendations of the meetings that a caller may know of. */
@Singleton
public class Recommendations extends Outcomes<Recommendation, RecommendationView> {
    private final Parties parties;

    Recommendations(Door door, AgendaItems items, Parties parties) {
        super(door, "recommendation", Recommendation.class, RecommendationView::of, items);
        this.parties = parties;
    }

    Page<RecommendationView> list(RecommendationFilter filter, PageQuery query) {
        return page(filter.narrow(visible()), query, RecommendationView::of);
    }

    /** What takes the place of a recommendation must be one that the caller may know of. */
    SupersedeRecommendation check(SupersedeRecommendation by) {
        if (by.supersededBy() != null && !isVisible(by.supersededBy())) {
            throw new RuleViolated(
                    "/supersededBy", "unknown-recommendation", "There is no recommendation " + by.supersededBy() + ".");
        }
        return by;
    }

    RecommendationDetails check(RecommendationDetails details) {
        if (details.owner() != null) {
            parties.requireKnown(Map.of("/owner", details.owner()));
        }
        return details;
    }
}
