package org.coalition.meetings.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.coalition.meetings.decision.StartSilence;
import org.coalition.meetings.decision.Urgency;
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
                description = "ISO 8601 duration, from the minimum of the urgency to 72 hours.",
                examples = "PT6H")
        @NotNull
        @DurationMin(seconds = 1)
        @DurationMax(hours = 72)
        Duration period,

        @Schema(description = "FLASH (by default): 30 minutes at least; URGENT: 4 hours; unless configured otherwise.")
        Urgency urgency) {

    StartSilence start() {
        return new StartSilence(period, urgency == null ? Urgency.FLASH : urgency);
    }
}
