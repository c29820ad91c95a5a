package org.coalition.meetings.recommendation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** The recommendations of these meetings of which the caller may know; no more than so many. */
    public List<RecommendationView> ofMeetings(Collection<UUID> ids, int most) {
        return first(most, visible().and("e.meetingId in :meetings", "meetings", ids), "e.id", RecommendationView::of);
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
