package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a series is kept, by the clock, over the meetings that the caller may know of.")
record CadenceView(
        UUID seriesId,
        long version,

        @Schema(description = "The day in the series' time zone for which this holds.")
        LocalDate today,

        Figure planned,
        Figure held,
        Figure missed,
        Instant lastHeldAt,

        @Schema(description = "Whole days of the series' time zone; absent if nothing was held.")
        Long daysSinceLast,

        @Schema(description = "The next planned or, by the rule, expected start.")
        Instant next,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "P3M")
        Period interval,

        @Schema(
                description =
                        "The last day that keeps the agreed interval since the last one held; before any was held, "
                                + "the day of the first occurrence.")
        LocalDate dueOn,

        @Schema(description = "Whether dueOn is past; never without an agreed interval.")
        boolean overdue)
        implements View {

    @Schema(description = "A figure, and what was counted for it.")
    record Figure(int count, String counted) {}

    /** The clock and the meetings change it too. */
    @Override
    public String tag() {
        return "%d-%s-%d-%d-%d-%s-%s"
                .formatted(version, today, planned.count(), held.count(), missed.count(), lastHeldAt, next);
    }

    @Override
    public String path() {
        return "/v1/series/" + seriesId + "/cadence";
    }
}
