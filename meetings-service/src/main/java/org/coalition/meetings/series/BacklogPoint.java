package org.coalition.meetings.series;

import java.time.Instant;
import org.coalition.meetings.agenda.AgendaItemDetails;
import org.coalition.meetings.agenda.AgendaItemKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An agenda point that waits for a next meeting of the series.")
record BacklogPoint(AgendaItemKind kind, String title, Integer durationMinutes, String addedBy, Instant addedAt) {
    /** Points that wait at one time. */
    static final int MOST = 100;

    AgendaItemDetails details() {
        return AgendaItemDetails.of(kind, title, durationMinutes);
    }
}
