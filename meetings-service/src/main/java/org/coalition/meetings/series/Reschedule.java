package org.coalition.meetings.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import org.coalition.meetings.meeting.Location;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

@Schema(description = "From one occurrence on, the series recurs otherwise.")
record Reschedule(
        @Schema(
                description = "This occurrence and all that follow; if not said, all that have not been held.",
                examples = "20260713T100000")
        @Pattern(regexp = Occurrence.ID)
        String from,

        @Schema(description = "The first occurrence of the new phase.", examples = "2026-07-14T14:30:00") @NotNull
        LocalDateTime start,

        @Schema(examples = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU") @NotNull @Size(max = 500)
        String rule,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "One minute to 14 days.",
                examples = "PT2H")
        @NotNull
        @DurationMin(minutes = 1)
        @DurationMax(days = 14)
        Duration duration,

        @Schema(description = "The place stays as it was if none is named.") @Valid
        Location location,

        @NotBlank @Size(max = 2000) String reason) {

    Phase phase(LocalDateTime cut, Location before) {
        return new Phase(cut, start, rule, duration, location == null ? before : location);
    }
}
