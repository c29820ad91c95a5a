package org.coalition.meetings.actionitem;

import jakarta.inject.Singleton;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcome;
import org.coalition.meetings.decision.Decisions;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.recommendation.Recommendations;

/**
 * What an action item follows from must be there for the caller, not come from a later meeting, and be known to all who may
 * know of the action item, which names it.
 */
@Singleton
class KnownOrigin {
    private final Decisions decisions;
    private final Recommendations recommendations;
    private final AgendaItems items;
    private final Meetings meetings;

    KnownOrigin(Decisions decisions, Recommendations recommendations, AgendaItems items, Meetings meetings) {
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.items = items;
        this.meetings = meetings;
    }

    AssignActionItem check(AssignActionItem assign, AgendaItem item, Meeting meeting) {
        if (assign.decisionId() != null && assign.recommendationId() != null) {
            throw new RuleViolated(
                    "/recommendationId", "two-origins", "Name a decision or a recommendation, not both.");
        }
        if (assign.decisionId() != null) {
            if (!decisions.isVisible(assign.decisionId())) {
                throw new RuleViolated(
                        "/decisionId", "unknown-decision", "There is no decision " + assign.decisionId() + ".");
            }
            check("/decisionId", decisions.findById(assign.decisionId()), item, meeting);
        }
        if (assign.recommendationId() != null) {
            if (!recommendations.isVisible(assign.recommendationId())) {
                throw new RuleViolated(
                        "/recommendationId",
                        "unknown-recommendation",
                        "There is no recommendation " + assign.recommendationId() + ".");
            }
            check("/recommendationId", recommendations.findById(assign.recommendationId()), item, meeting);
        }
        return assign;
    }

    private void check(String pointer, Outcome origin, AgendaItem item, Meeting meeting) {
        if (!origin.meetingId().equals(meeting.id())
                && !meetings.findById(origin.meetingId()).beganBefore(meeting)) {
            throw new RuleViolated(pointer, "later-meeting", "What an action item follows from was there before it.");
        }
        if (!items.audienceOf(origin.agendaItemId()).covers(items.audienceOf(item.id()))) {
            throw new RuleViolated(
                    pointer,
                    "narrower-audience",
                    "Not all who may know of this agenda item may know of that; leave it out.");
        }
    }
}
