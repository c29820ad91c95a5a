package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

@Schema(description = "Puts a decision under silence for a period from now.")
public record StartSilence(
        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "ISO 8601 duration, from the minimum of the urgency to 90 days.",
                examples = "PT48H")
        @NotNull
        @DurationMin(seconds = 1)
        @DurationMax(days = 90)
        Duration period,

        @Schema(
                description =
                        "ROUTINE (by default): 24 hours at least; URGENT: 4 hours; FLASH: 30 minutes; unless configured otherwise.")
        Urgency urgency) {

    public StartSilence {
        urgency = urgency == null ? Urgency.ROUTINE : urgency;
    }
}
