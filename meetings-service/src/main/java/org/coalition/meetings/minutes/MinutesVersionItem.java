package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "When, by whom and why the minutes got a text; the text itself is at versions/{number}.")
record MinutesVersionItem(int number, String party, String reason, UUID correctionId, Instant createdAt) {

    static MinutesVersionItem of(MinutesVersion text) {
        return new MinutesVersionItem(
                text.number(), text.party(), text.reason(), text.correctionId(), text.createdAt());
    }
}
