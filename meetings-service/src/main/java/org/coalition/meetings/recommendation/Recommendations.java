package org.coalition.meetings.recommendation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.party.Parties;

/** The recommendations of the meetings that a caller may know of. */
@Singleton
public class Recommendations extends Aggregates<Recommendation, RecommendationView> {
    private final Meetings meetings;
    private final Parties parties;
    private final Caller caller;

    Recommendations(Door door, Meetings meetings, Parties parties, Caller caller) {
        super(door, "recommendation", Recommendation.class, RecommendationView::of);
        this.meetings = meetings;
        this.parties = parties;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Recommendation recommendation) {
        return meetings.audienceOf(recommendation.meetingId());
    }

    @Override
    protected List<Recommendation> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID recommendation) {
        reference(recommendation, "meetingId").ifPresent(meetings::hold);
    }

    /** A change under the rules of the meeting, which stays as it is until the change is made. */
    RecommendationView change(UUID id, IfMatch ifMatch, BiFunction<Recommendation, Meeting, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, meetings.held(found.meetingId())));
    }

    Page<RecommendationView> list(RecommendationFilter filter, PageQuery query) {
        return page(filter.narrow(Meetings.listingWithin("Recommendation e", caller)), query, RecommendationView::of);
    }

    Meeting meetingOf(AgendaItem item) {
        return meetings.held(item.meetingId());
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
