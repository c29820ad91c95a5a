package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A meeting of parties.")
public record MeetingView(
        UUID id,
        long version,
        MeetingStatus status,

        @Schema(description = "Why it was postponed or cancelled.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<MeetingStatus> next,

        String title,
        MeetingLevel level,
        MeetingFormat format,
        String host,
        Chair chair,
        Location location,
        String timeZone,
        Instant plannedStart,
        Instant plannedEnd,

        @Schema(description = "When it was to start before it was last postponed.")
        Instant previousStart,

        Instant actualStart,
        Instant actualEnd,

        @Schema(description = "When it first became known beyond host and chair.")
        Instant convenedAt,

        String summary,
        Visibility visibility,
        List<String> visibleTo,
        List<String> requiredParties,

        @Schema(description = "The series from which it was planned.")
        UUID seriesId,

        @Schema(description = "The occurrence of the series: its original start on the wall clock.")
        String occurrence,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static MeetingView of(Meeting meeting) {
        MeetingDetails details = meeting.details();
        return new MeetingView(
                meeting.id(),
                meeting.version(),
                meeting.status(),
                meeting.statusReason(),
                List.copyOf(meeting.status().next()),
                details.title(),
                details.level(),
                details.format(),
                details.host(),
                details.chair(),
                details.location(),
                details.timeZone(),
                details.plannedStart(),
                details.plannedEnd(),
                meeting.previousStart(),
                meeting.actualStart(),
                meeting.actualEnd(),
                meeting.convenedAt(),
                details.summary(),
                details.visibility(),
                details.visibleTo(),
                details.requiredParties(),
                meeting.seriesId(),
                meeting.occurrence(),
                meeting.createdAt(),
                meeting.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/meetings/" + id;
    }
}
