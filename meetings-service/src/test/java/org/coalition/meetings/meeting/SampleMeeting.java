package org.coalition.meetings.meeting;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.identity.Visibility;

/** Meetings that GB hosts and FR chairs, in the state that a rule's test needs. */
public final class SampleMeeting {
    /** When everything about them happened. */
    public static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");

    private SampleMeeting() {}

    /** A meeting that has come to this state by the verbs. */
    public static Meeting in(MeetingStatus status) {
        Meeting meeting = draft(Visibility.COALITION);
        way(status).forEach(step -> move(meeting, step));
        return meeting;
    }

    static Meeting draft(Visibility visibility, String... visibleTo) {
        return Meeting.draft(UUID.randomUUID(), details(visibility, visibleTo), "GB", NOW)
                .aggregate();
    }

    static MeetingDetails details(Visibility visibility, String... visibleTo) {
        return new MeetingDetails(
                "London",
                MeetingLevel.LEADERS,
                MeetingFormat.IN_PERSON,
                "GB",
                new Chair("FR", null),
                null,
                "Europe/London",
                NOW,
                NOW.plusSeconds(3600),
                null,
                visibility,
                List.of(visibleTo),
                List.of());
    }

    /** The verb that leads to a state. */
    @CanIgnoreReturnValue
    static DomainEvent move(Meeting meeting, MeetingStatus to) {
        return switch (to) {
            case CONVENED -> meeting.convene(none -> List.of(), null, "GB", NOW);
            case IN_PROGRESS -> meeting.open("GB", NOW);
            case CLOSED -> meeting.close("GB", NOW);
            case MINUTES_APPROVED -> meeting.approveMinutes("GB");
            case POSTPONED -> meeting.postpone("why", "GB");
            case CANCELLED -> meeting.cancel("why", "GB");
            case DRAFT -> throw new IllegalArgumentException("Nothing leads to a draft");
        };
    }

    private static List<MeetingStatus> way(MeetingStatus to) {
        return switch (to) {
            case DRAFT -> List.of();
            case CONVENED, POSTPONED, CANCELLED -> List.of(to);
            case IN_PROGRESS -> List.of(MeetingStatus.CONVENED, to);
            case CLOSED -> List.of(MeetingStatus.CONVENED, MeetingStatus.IN_PROGRESS, to);
            case MINUTES_APPROVED ->
                List.of(MeetingStatus.CONVENED, MeetingStatus.IN_PROGRESS, MeetingStatus.CLOSED, to);
        };
    }
}
