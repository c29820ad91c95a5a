package org.coalition.meetings.minutes;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.SampleMeeting;

/** Minutes of a closed meeting that GB hosts and FR chairs, and corrections by US, in the state that a rule's test needs. */
final class SampleMinutes {
    static final Instant UNTIL = NOW.plusSeconds(3600);
    static final Meeting CLOSED = SampleMeeting.in(MeetingStatus.CLOSED);

    private SampleMinutes() {}

    static Minutes in(MinutesStatus status) {
        Minutes minutes = Minutes.draft(UUID.randomUUID(), CLOSED, text("First.", "Second."), "GB", NOW)
                .aggregate();
        Stream.of(MinutesStatus.CIRCULATED, MinutesStatus.APPROVED)
                .filter(step -> step.ordinal() <= status.ordinal())
                .forEach(step -> move(minutes, step));
        return minutes;
    }

    /** The verb that leads to a state. */
    @CanIgnoreReturnValue
    static DomainEvent move(Minutes minutes, MinutesStatus to) {
        return switch (to) {
            case CIRCULATED -> minutes.circulate(UNTIL, CLOSED, "GB", NOW);
            case APPROVED -> minutes.approve(CLOSED, List.of(), 0, "GB", NOW);
            case DRAFT -> throw new IllegalArgumentException("Nothing leads to a draft");
        };
    }

    static Correction correction(Minutes minutes, int section, String text) {
        return Correction.propose(
                        UUID.randomUUID(), minutes, new ProposeCorrection(section, text, "we said so"), 0, "US", NOW)
                .aggregate();
    }

    static MinutesText text(String... sections) {
        return new MinutesText(
                Stream.of(sections).map(text -> new Section(null, text)).toList());
    }
}
