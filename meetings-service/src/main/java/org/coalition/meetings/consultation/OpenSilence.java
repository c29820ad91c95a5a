package org.coalition.meetings.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

@Schema(description = "Puts a text to the consulted parties under a shortened silence procedure.")
record OpenSilence(
        @Schema(examples = "The parties send generators at once.") @NotBlank @Size(max = 20_000)
        String text,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "ISO 8601 duration, from one second to 72 hours.",
                examples = "PT6H")
        @NotNull
        @DurationMin(seconds = 1)
        @DurationMax(hours = 72)
        Duration period) {}
