package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.coalition.meetings.meeting.PlannedMeeting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The occurrences of a series that start, by its rule, in a window of time.")
record OccurrenceList(UUID seriesId, Instant from, Instant until, List<OccurrenceView> items) {

    /** @param meetings those of the series that the caller may know of */
    static OccurrenceList of(Series series, List<PlannedMeeting> meetings, Instant from, Instant until) {
        Map<String, PlannedMeeting> planned = new TreeMap<>();
        meetings.forEach(meeting -> planned.put(meeting.occurrence(), meeting));
        List<OccurrenceView> items = new ArrayList<>();
        for (Occurrence occurrence : series.timetable().between(from, until)) {
            items.add(Optional.ofNullable(planned.remove(occurrence.id()))
                    .map(meeting -> OccurrenceView.planned(meeting, occurrence.start(), true))
                    .orElseGet(() -> OccurrenceView.expected(series, occurrence)));
        }
        for (PlannedMeeting standing : planned.values()) {
            Instant original = original(series, standing.occurrence());
            if (!original.isBefore(from) && original.isBefore(until)) {
                items.add(OccurrenceView.planned(standing, original, false));
            }
        }
        items.sort(Comparator.comparing(OccurrenceView::occurrence));
        return new OccurrenceList(series.id(), from, until, items);
    }

    static Instant original(Series series, String occurrence) {
        return ZonedDateTime.of(LocalDateTime.parse(occurrence, Recurrence.LOCAL), series.zone())
                .toInstant();
    }
}
