package org.coalition.meetings.series;

import java.time.LocalDateTime;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a series. */
sealed interface SeriesEvent extends DomainEvent {
    /** Its rule is set; meetings can be planned from it. */
    record Established() implements SeriesEvent {}

    /** What it is about, or who takes part, is another; its rule is not. */
    record Revised() implements SeriesEvent {}

    /** Another rule holds from an occurrence on. */
    record Rescheduled(LocalDateTime from, String reason) implements SeriesEvent {}

    /** This occurrence is left out. */
    record OccurrenceExcluded(String occurrence, String reason) implements SeriesEvent {}

    /** This occurrence is no longer left out. */
    record OccurrenceReinstated(String occurrence) implements SeriesEvent {}

    /** A point waits for the next meeting. */
    record BacklogAdded(String title) implements SeriesEvent {}

    /** Points that waited are on the agenda of a meeting now. */
    record BacklogTaken(UUID meetingId, int points) implements SeriesEvent {}
}
