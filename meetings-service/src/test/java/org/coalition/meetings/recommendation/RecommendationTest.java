package org.coalition.meetings.recommendation;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.SampleItem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.SampleMeeting;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    private static final RecommendationDetails DETAILS =
            new RecommendationDetails("Economic Support", "Incentives", "Faster reconstruction", "US", null);

    private final Meeting meeting = SampleMeeting.in(MeetingStatus.IN_PROGRESS);

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (RecommendationStatus from : RecommendationStatus.values()) {
            for (RecommendationStatus to : EnumSet.complementOf(EnumSet.of(RecommendationStatus.PROPOSED))) {
                Recommendation recommendation = in(from);
                if (from.next().contains(to)) {
                    move(recommendation, to);
                    assertEquals(to, recommendation.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> move(recommendation, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, recommendation.status());
                }
            }
        }
    }

    @Test
    void itsOwnerImplementsItButDoesNotDecideOnIt() {
        Recommendation recommendation = in(RecommendationStatus.PROPOSED);
        assertThrows(NotAllowed.class, () -> recommendation.accept(meeting, "US"));
        assertThrows(NotAllowed.class, () -> recommendation.reject("why", meeting, "US"));
        assertThrows(NotAllowed.class, () -> recommendation.revise(DETAILS, meeting, "US"));
        move(recommendation, RecommendationStatus.ACCEPTED);
        assertThrows(NotAllowed.class, () -> recommendation.startImplementation(meeting, "DE"));
        assertEquals(
                new RecommendationEvent.ImplementationStarted(), recommendation.startImplementation(meeting, "US"));
        assertEquals(new RecommendationEvent.Implemented(), recommendation.completeImplementation(meeting, "US"));
    }

    @Test
    void itIsEditedOnlyWhileItIsProposedAndTheMinutesAreOpen() {
        for (RecommendationStatus status : EnumSet.complementOf(EnumSet.of(RecommendationStatus.PROPOSED))) {
            assertThrows(IllegalTransition.class, () -> in(status).revise(DETAILS, meeting, "GB"), status.name());
        }
        Meeting over = SampleMeeting.in(MeetingStatus.MINUTES_APPROVED);
        Recommendation proposed = in(RecommendationStatus.PROPOSED);
        assertThrows(IllegalTransition.class, () -> proposed.revise(DETAILS, over, "GB"));
        assertEquals(new RecommendationEvent.Revised(), proposed.revise(DETAILS, meeting, "GB"));
    }

    @Test
    void nothingTakesItsOwnPlace() {
        Recommendation recommendation = in(RecommendationStatus.ACCEPTED);
        SupersedeRecommendation itself = new SupersedeRecommendation("why", recommendation.id());
        assertThrows(RuleViolated.class, () -> recommendation.supersede(itself, meeting, "GB"));
        assertEquals(RecommendationStatus.ACCEPTED, recommendation.status());
    }

    private void move(Recommendation recommendation, RecommendationStatus to) {
        RecommendationEvent event =
                switch (to) {
                    case ACCEPTED -> recommendation.accept(meeting, "GB");
                    case REJECTED -> recommendation.reject("why", meeting, "GB");
                    case IMPLEMENTING -> recommendation.startImplementation(meeting, "GB");
                    case IMPLEMENTED -> recommendation.completeImplementation(meeting, "GB");
                    case SUPERSEDED ->
                        recommendation.supersede(new SupersedeRecommendation("why", null), meeting, "GB");
                    case PROPOSED -> throw new IllegalArgumentException("Nothing leads back");
                };
        assertEquals(RecommendationEvent.class, event.getClass().getInterfaces()[0]);
    }

    private Recommendation in(RecommendationStatus status) {
        List<RecommendationStatus> way =
                switch (status) {
                    case PROPOSED -> List.of();
                    case ACCEPTED, REJECTED, SUPERSEDED -> List.of(status);
                    case IMPLEMENTING -> List.of(RecommendationStatus.ACCEPTED, status);
                    case IMPLEMENTED ->
                        List.of(RecommendationStatus.ACCEPTED, RecommendationStatus.IMPLEMENTING, status);
                };
        Recommendation recommendation = Recommendation.propose(
                        UUID.randomUUID(), SampleItem.of(meeting), meeting, DETAILS, "GB", NOW)
                .aggregate();
        way.forEach(step -> move(recommendation, step));
        return recommendation;
    }
}
