package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a meeting. */
sealed interface MeetingEvent extends DomainEvent {
    /** Only host and chair may know of it yet. */
    record Drafted() implements MeetingEvent {}

    /** What was planned is another. */
    record Revised() implements MeetingEvent {}

    /** Known from now on to all who may know of it. */
    record Convened(String reason, List<UUID> clashes) implements MeetingEvent {}

    /** It is in progress. */
    record Opened() implements MeetingEvent {}

    /** It is over; its minutes are to come. */
    record Closed() implements MeetingEvent {}

    /** Nothing more can happen to it but corrections. */
    record MinutesApproved() implements MeetingEvent {}

    /** It keeps its agenda and waits for a new date. */
    record Postponed(String reason, Instant previousStart) implements MeetingEvent {}

    /** It will not take place. */
    record Cancelled(String reason) implements MeetingEvent {}

    /** What was on record of it was wrong. */
    record Corrected(String reason) implements MeetingEvent {}
}
