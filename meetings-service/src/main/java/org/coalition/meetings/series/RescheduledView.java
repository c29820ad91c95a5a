package org.coalition.meetings.series;

import java.util.List;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A series after its rule changed, and what the change leaves standing.")
record RescheduledView(
        SeriesView series,

        @Schema(
                description = "Planned meetings, not yet held, whose time is not the one that the series now gives: "
                        + "they stay where they are until somebody edits or cancels them.")
        List<OccurrenceView> standing)
        implements View {

    @Override
    public long version() {
        return series.version();
    }

    @Override
    public String path() {
        return series.path();
    }
}
