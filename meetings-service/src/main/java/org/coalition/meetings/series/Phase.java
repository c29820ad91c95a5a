package org.coalition.meetings.series;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.coalition.meetings.meeting.Location;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a series recurs from one occurrence on, until the next phase begins.")
record Phase(
        @Schema(description = "Occurrences of the phases before that are not earlier than this no longer take place.")
        LocalDateTime from,

        @Schema(description = "The first occurrence of this phase, on the clock of the series' time zone.")
        LocalDateTime start,

        @Schema(description = "RFC 5545, section 3.3.10.", examples = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO")
        String rule,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "PT2H")
        Duration duration,

        Location location) {

    Recurrence recurrence(ZoneId zone) {
        return Recurrence.of(rule, start, zone);
    }
}
