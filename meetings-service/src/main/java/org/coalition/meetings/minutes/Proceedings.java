package org.coalition.meetings.minutes;

import java.util.List;
import org.coalition.meetings.actionitem.ActionItemView;
import org.coalition.meetings.agenda.AgendaItemView;
import org.coalition.meetings.attendance.AttendanceView;
import org.coalition.meetings.decision.DecisionView;
import org.coalition.meetings.delegation.DelegationView;
import org.coalition.meetings.meeting.MeetingView;
import org.coalition.meetings.recommendation.RecommendationView;
import org.coalition.meetings.statement.StatementView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All that is recorded of a meeting and that the caller may know of.")
record Proceedings(
        MeetingView meeting,
        MinutesView minutes,
        List<DelegationView> delegations,
        List<AttendanceView> attendances,

        @Schema(description = "In the order of the agenda.") List<AgendaItemView> agenda,

        List<DecisionView> decisions,
        List<RecommendationView> recommendations,
        List<StatementView> statements,
        List<ActionItemView> actionItems,

        @Schema(description = "False if there is more than fits; the lists of the resources have it all.")
        boolean complete)
        implements Document {

    @Override
    public String markdown() {
        return ProceedingsPage.of(this, 1);
    }
}
