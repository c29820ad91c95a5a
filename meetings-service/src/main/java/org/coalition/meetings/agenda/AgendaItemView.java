package org.coalition.meetings.agenda;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A numbered point of a meeting's agenda.")
public record AgendaItemView(
        UUID id,
        long version,
        UUID meetingId,

        @Schema(description = "Its place in the agenda, from 1.")
        int position,

        AgendaItemKind kind,
        String title,
        Aspect aspect,
        String focusArea,
        String presenter,
        Integer durationMinutes,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static AgendaItemView of(AgendaItem item) {
        AgendaItemDetails details = item.details();
        return new AgendaItemView(
                item.id(),
                item.version(),
                item.meetingId(),
                item.position(),
                details.kind(),
                details.title(),
                details.aspect(),
                details.focusArea(),
                details.presenter(),
                details.durationMinutes(),
                item.createdAt(),
                item.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/agenda-items/" + id;
    }
}
