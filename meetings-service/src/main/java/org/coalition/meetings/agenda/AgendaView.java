package org.coalition.meetings.agenda;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.coalition.meetings.meeting.Meeting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The agenda of a meeting, as far as the caller may know of it, in its order.")
record AgendaView(
        UUID meetingId,

        @Schema(description = "Rises with every change of the agenda or of one of its items.")
        long version,

        List<AgendaItemView> items,

        @Schema(
                description =
                        "Minutes that the items shown take; an item with sub-items takes its own duration or the sum of theirs,"
                                + " whichever is longer.")
        int plannedMinutes,

        @Schema(description = "Minutes from the meeting's planned start to its planned end.")
        long slotMinutes,

        @Schema(description = "By how many minutes the agenda is longer than the meeting; 0 if it fits.")
        long overrunMinutes)
        implements View {

    static AgendaView of(Meeting meeting, List<AgendaItemView> items) {
        List<AgendaItemView> ordered =
                items.stream().sorted(AgendaItemView.ORDER).toList();
        int planned = minutes(null, ordered);
        long slot = meeting.plannedLength().toMinutes();
        return new AgendaView(
                meeting.id(),
                ordered.stream().mapToLong(AgendaItemView::version).sum(),
                ordered,
                planned,
                slot,
                Math.max(0, planned - slot));
    }

    private static int minutes(UUID parent, List<AgendaItemView> items) {
        return items.stream()
                .filter(item -> Objects.equals(item.parentId(), parent))
                .mapToInt(item -> Math.max(
                        item.durationMinutes() == null ? 0 : item.durationMinutes(), minutes(item.id(), items)))
                .sum();
    }

    @Override
    public String path() {
        return "/v1/meetings/" + meetingId + "/agenda";
    }
}
