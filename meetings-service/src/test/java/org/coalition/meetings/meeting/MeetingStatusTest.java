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

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.IllegalTransition;
import org.junit.jupiter.api.Test;

/** Every pair of states, once through the table of the domain and once through the verbs. */
class MeetingStatusTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final Map<MeetingStatus, Set<MeetingStatus>> DOMAIN = Map.of(
            DRAFT, Set.of(CONVENED, POSTPONED, CANCELLED),
            CONVENED, Set.of(IN_PROGRESS, POSTPONED, CANCELLED),
            IN_PROGRESS, Set.of(CLOSED),
            CLOSED, Set.of(MINUTES_APPROVED),
            POSTPONED, Set.of(CONVENED),
            MINUTES_APPROVED, Set.of(),
            CANCELLED, Set.of());
    private static final Map<MeetingStatus, Consumer<Meeting>> MOVES = new EnumMap<>(Map.of(
            CONVENED, meeting -> event(meeting.convene("GB", NOW)),
            IN_PROGRESS, meeting -> event(meeting.open("GB", NOW)),
            CLOSED, meeting -> event(meeting.close("GB", NOW)),
            MINUTES_APPROVED, meeting -> event(meeting.approveMinutes("GB")),
            POSTPONED, meeting -> event(meeting.postpone("why", "GB")),
            CANCELLED, meeting -> event(meeting.cancel("why", "GB"))));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (MeetingStatus from : MeetingStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (MeetingStatus from : MeetingStatus.values()) {
            MOVES.forEach((to, move) -> {
                Meeting meeting = in(from);
                if (from.next().contains(to)) {
                    move.accept(meeting);
                    assertEquals(to, meeting.status());
                } else {
                    assertThrows(IllegalTransition.class, () -> move.accept(meeting), from + " to " + to);
                    assertEquals(from, meeting.status());
                }
            });
        }
    }

    static Meeting in(MeetingStatus status) {
        Meeting meeting = Meeting.draft(UUID.randomUUID(), details(), "GB", NOW).aggregate();
        List<MeetingStatus> way =
                switch (status) {
                    case DRAFT -> List.of();
                    case CONVENED -> List.of(CONVENED);
                    case IN_PROGRESS -> List.of(CONVENED, IN_PROGRESS);
                    case CLOSED -> List.of(CONVENED, IN_PROGRESS, CLOSED);
                    case MINUTES_APPROVED -> List.of(CONVENED, IN_PROGRESS, CLOSED, MINUTES_APPROVED);
                    case POSTPONED -> List.of(POSTPONED);
                    case CANCELLED -> List.of(CANCELLED);
                };
        way.forEach(step -> MOVES.get(step).accept(meeting));
        return meeting;
    }

    private static MeetingDetails details() {
        return new MeetingDetails(
                "London",
                MeetingLevel.LEADERS,
                MeetingFormat.IN_PERSON,
                "GB",
                new Chair("GB", null),
                null,
                "Europe/London",
                NOW,
                NOW.plusSeconds(3600),
                null,
                Visibility.COALITION,
                List.of());
    }

    private static void event(MeetingEvent event) {
        assertEquals(MeetingEvent.class, event.getClass().getInterfaces()[0]);
    }
}
