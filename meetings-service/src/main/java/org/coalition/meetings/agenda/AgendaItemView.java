package org.coalition.meetings.agenda;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A numbered point of a meeting's agenda.")
public record AgendaItemView(
        UUID id,
        long version,
        UUID meetingId,

        @Schema(
                description = "Its number in the agenda; those of items that you may not know of are left out.",
                examples = "3.1")
        String number,

        @Schema(description = "Its place among the items of its level, from 1.")
        int position,

        @Schema(description = "The item above it; left out for one of the agenda itself.")
        UUID parentId,

        AgendaItemStatus status,

        @Schema(description = "The states that may follow now.")
        List<AgendaItemStatus> next,

        AgendaItemKind kind,
        String title,
        Aspect aspect,
        String focusArea,
        String presenter,
        Integer durationMinutes,
        List<Paper> papers,

        @Schema(description = "Left out: as visible as the meeting.")
        Visibility visibility,

        List<String> visibleTo,

        @Schema(description = "The item of an earlier meeting that goes on here.")
        UUID carriedFrom,

        @Schema(description = "The item of another meeting in which this one goes on.")
        UUID carriedTo,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    /** The order of an agenda. */
    public static final Comparator<AgendaItemView> ORDER =
            Comparator.comparing(AgendaItemView::number, AgendaNumber.ORDER);

    static AgendaItemView of(AgendaItem item) {
        AgendaItemDetails details = item.details();
        return new AgendaItemView(
                item.id(),
                item.version(),
                item.meetingId(),
                item.number(),
                item.position(),
                item.parentId(),
                item.status(),
                List.copyOf(item.status().next()),
                details.kind(),
                details.title(),
                details.aspect(),
                details.focusArea(),
                details.presenter(),
                details.durationMinutes(),
                details.papers(),
                details.visibility(),
                details.visibleTo(),
                item.carriedFrom(),
                item.carriedTo(),
                item.createdAt(),
                item.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/agenda-items/" + id;
    }
}
