package org.coalition.meetings.series;

import java.time.Instant;
import java.util.UUID;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.PlannedMeeting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One occurrence of a series: as its meeting has it if it is planned, else as the rule gives it.")
record OccurrenceView(
        @Schema(
                description = "Its id within the series: the original start on the wall clock (RECURRENCE-ID).",
                examples = "20260713T100000")
        String occurrence,

        String title,
        Instant start,
        Instant end,

        @Schema(description = "When it would start by the rule.")
        Instant originalStart,

        @Schema(description = "Why it is left out; absent if it is not.")
        String excludedFor,

        @Schema(
                description =
                        "Whether the rule still gives it; a meeting planned before a change may be left standing.")
        boolean inPattern,

        @Schema(description = "The meeting, if it is planned and the caller may know of it.")
        UUID meetingId,

        MeetingStatus meetingStatus) {

    static OccurrenceView expected(Series series, Occurrence occurrence) {
        return new OccurrenceView(
                occurrence.id(),
                series.details().title(),
                occurrence.start(),
                occurrence.end(),
                occurrence.start(),
                series.exclusions().stream()
                        .filter(exclusion -> exclusion.occurrence().equals(occurrence.id()))
                        .map(Exclusion::reason)
                        .findFirst()
                        .orElse(null),
                true,
                null,
                null);
    }

    static OccurrenceView planned(PlannedMeeting meeting, Instant originalStart, boolean inPattern) {
        return new OccurrenceView(
                meeting.occurrence(),
                meeting.title(),
                meeting.plannedStart(),
                meeting.plannedEnd(),
                originalStart,
                null,
                inPattern,
                meeting.id(),
                meeting.status());
    }
}
