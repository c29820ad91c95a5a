package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A text that the minutes have had.")
record MinutesVersionView(
        UUID id,
        long version,
        UUID minutesId,
        UUID meetingId,

        @Schema(description = "Counted from the circulated text on.")
        int number,

        List<Section> sections,

        @Schema(description = "The party that made it the text of the minutes.")
        String party,

        String reason,

        @Schema(description = "The correction that was accepted by it.")
        UUID correctionId,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static MinutesVersionView of(MinutesVersion text) {
        return new MinutesVersionView(
                text.id(),
                text.version(),
                text.minutesId(),
                text.meetingId(),
                text.number(),
                text.sections(),
                text.party(),
                text.reason(),
                text.correctionId(),
                text.createdAt(),
                text.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/minutes/" + minutesId + "/versions/" + number;
    }
}
