package org.coalition.meetings.series;

import java.time.LocalDateTime;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a series. */
sealed interface SeriesEvent extends DomainEvent {
    record Established() implements SeriesEvent {}

    record Revised() implements SeriesEvent {}

    record Rescheduled(LocalDateTime from, String reason) implements SeriesEvent {}

    record OccurrenceExcluded(String occurrence, String reason) implements SeriesEvent {}

    record OccurrenceReinstated(String occurrence) implements SeriesEvent {}

    record BacklogAdded(String title) implements SeriesEvent {}

    record BacklogTaken(UUID meetingId, int points) implements SeriesEvent {}
}
