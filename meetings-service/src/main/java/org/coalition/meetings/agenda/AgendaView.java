package org.coalition.meetings.agenda;

import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The whole agenda of a meeting, in its order.")
record AgendaView(
        UUID meetingId,

        @Schema(description = "Rises with every change of the agenda or of one of its items.")
        long version,

        List<AgendaItemView> items,

        @Schema(description = "Sum of the items' durations, in minutes.")
        int plannedMinutes)
        implements View {

    static AgendaView of(UUID meeting, List<AgendaItemView> items) {
        return new AgendaView(
                meeting,
                items.stream().mapToLong(AgendaItemView::version).sum(),
                items,
                items.stream()
                        .map(AgendaItemView::durationMinutes)
                        .mapToInt(minutes -> minutes == null ? 0 : minutes)
                        .sum());
    }

    @Override
    public String path() {
        return "/v1/meetings/" + meetingId + "/agenda";
    }
}
