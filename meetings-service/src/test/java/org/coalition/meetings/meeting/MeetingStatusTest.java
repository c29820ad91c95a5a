package org.coalition.meetings.meeting;

import static org.coalition.meetings.meeting.MeetingStatus.CANCELLED;
import static org.coalition.meetings.meeting.MeetingStatus.CLOSED;
import static org.coalition.meetings.meeting.MeetingStatus.CONVENED;
import static org.coalition.meetings.meeting.MeetingStatus.DRAFT;
import static org.coalition.meetings.meeting.MeetingStatus.IN_PROGRESS;
import static org.coalition.meetings.meeting.MeetingStatus.MINUTES_APPROVED;
import static org.coalition.meetings.meeting.MeetingStatus.POSTPONED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.Problem;
import org.junit.jupiter.api.Test;

/** Every pair of states, once through the table of the domain and once through the verbs. */
class MeetingStatusTest {
    private static final Map<MeetingStatus, Set<MeetingStatus>> DOMAIN = Map.of(
            DRAFT, Set.of(CONVENED, POSTPONED, CANCELLED),
            CONVENED, Set.of(IN_PROGRESS, POSTPONED, CANCELLED),
            IN_PROGRESS, Set.of(CLOSED),
            CLOSED, Set.of(MINUTES_APPROVED),
            POSTPONED, Set.of(CONVENED),
            MINUTES_APPROVED, Set.of(),
            CANCELLED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (MeetingStatus from : MeetingStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (MeetingStatus from : MeetingStatus.values()) {
            for (MeetingStatus to : EnumSet.complementOf(EnumSet.of(DRAFT))) {
                Meeting meeting = SampleMeeting.in(from);
                if (from.next().contains(to)) {
                    assertEquals(
                            MeetingEvent.class,
                            SampleMeeting.move(meeting, to).getClass().getInterfaces()[0]);
                    assertEquals(to, meeting.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> SampleMeeting.move(meeting, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(409, problem.status());
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, meeting.status());
                }
            }
        }
    }
}
