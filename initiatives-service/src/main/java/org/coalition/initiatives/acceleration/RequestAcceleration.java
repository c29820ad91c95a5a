package org.coalition.initiatives.acceleration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Asks that a delivery is brought forward.")
record RequestAcceleration(
        @Schema(description = "Today (UTC) or later, and earlier than the promised day.") @NotNull
        LocalDate wantedOn,

        @NotBlank @Size(max = 2000) String reason) {}
