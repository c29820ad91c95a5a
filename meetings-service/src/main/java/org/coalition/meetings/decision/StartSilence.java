package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

@Schema(description = "Puts a decision under silence for a period from now.")
record StartSilence(
        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "ISO 8601 duration, from one second to 90 days.",
                examples = "PT48H")
        @NotNull
        @DurationMin(seconds = 1)
        @DurationMax(days = 90)
        Duration period) {}
