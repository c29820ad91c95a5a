package org.coalition.meetings.series;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.MeetingFormat;
import org.coalition.meetings.meeting.MeetingLevel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Regular consultations: what they are about, when they recur, and what waits for the next one.")
record SeriesView(
        UUID id,
        long version,
        String title,
        MeetingLevel level,
        MeetingFormat format,
        String host,
        Chair chair,
        String counterpart,
        String mandate,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "Agreed longest time between two consultations.",
                examples = "P3M")
        Period interval,

        @Schema(description = "The agenda that each planned meeting begins with.")
        List<TemplateItem> agenda,

        String timeZone,

        @Schema(description = "How it recurs: each phase until the next one begins.")
        List<Phase> phases,

        @Schema(description = "Occurrences that are left out.")
        List<Exclusion> exclusions,

        @Schema(description = "Points that wait for a next meeting.")
        List<BacklogPoint> backlog,

        Visibility visibility,
        List<String> visibleTo,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static SeriesView of(Series series) {
        SeriesDetails details = series.details();
        return new SeriesView(
                series.id(),
                series.version(),
                details.title(),
                details.level(),
                details.format(),
                details.host(),
                details.chair(),
                details.counterpart(),
                details.mandate(),
                details.interval(),
                details.agenda(),
                series.zone().getId(),
                series.phases(),
                series.exclusions(),
                series.backlog(),
                details.visibility(),
                details.visibleTo(),
                series.createdAt(),
                series.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/series/" + id;
    }
}
