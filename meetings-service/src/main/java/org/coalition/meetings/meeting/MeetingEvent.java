package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a meeting. */
sealed interface MeetingEvent extends DomainEvent {
    record Drafted() implements MeetingEvent {}

    record Revised() implements MeetingEvent {}

    record Convened(String reason, List<UUID> clashes) implements MeetingEvent {}

    record Opened() implements MeetingEvent {}

    record Closed() implements MeetingEvent {}

    record MinutesApproved() implements MeetingEvent {}

    record Postponed(String reason, Instant previousStart) implements MeetingEvent {}

    record Cancelled(String reason) implements MeetingEvent {}

    record Corrected(String reason) implements MeetingEvent {}
}
