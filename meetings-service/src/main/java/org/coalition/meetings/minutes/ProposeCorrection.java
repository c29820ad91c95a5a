package org.coalition.meetings.minutes;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party would have a section of the minutes read otherwise.")
record ProposeCorrection(
        @Schema(description = "Which section, counted from 1.") @NotNull @Min(1)
        Integer section,

        @Schema(description = "The section as the party would have it.") @NotBlank @Size(max = 10_000)
        String text,

        @NotBlank @Size(max = 2000) String reason) {}
