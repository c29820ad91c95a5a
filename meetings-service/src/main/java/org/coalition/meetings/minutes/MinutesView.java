package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The record of a meeting.")
record MinutesView(
        UUID id,
        long version,
        UUID meetingId,
        MinutesStatus status,

        @Schema(description = "The states that may follow now.")
        List<MinutesStatus> next,

        List<Section> sections,

        @Schema(description = "The number of the text; 0 until it is circulated.")
        int textVersion,

        @Schema(description = "The parties that have agreed to the text as it is.")
        List<Agreement> agreements,

        Instant circulatedAt,

        @Schema(description = "Before this instant the parties may propose corrections.")
        Instant commentUntil,

        Instant approvedAt,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static MinutesView of(Minutes minutes) {
        return new MinutesView(
                minutes.id(),
                minutes.version(),
                minutes.meetingId(),
                minutes.status(),
                List.copyOf(minutes.status().next()),
                minutes.text().sections(),
                minutes.textVersion(),
                minutes.agreements(),
                minutes.circulatedAt(),
                minutes.commentUntil(),
                minutes.approvedAt(),
                minutes.createdAt(),
                minutes.updatedAt());
    }

    /** Without the sections about other agenda items than these. */
    MinutesView about(Set<UUID> items) {
        return new MinutesView(
                id,
                version,
                meetingId,
                status,
                next,
                sections.stream()
                        .filter(section -> section.agendaItemId() == null || items.contains(section.agendaItemId()))
                        .toList(),
                textVersion,
                agreements,
                circulatedAt,
                commentUntil,
                approvedAt,
                createdAt,
                updatedAt);
    }

    @Override
    public String path() {
        return "/v1/minutes/" + id;
    }
}
