package org.coalition.meetings.series;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Leaves out one occurrence that has no meeting yet.")
record ExcludeOccurrence(
        @Schema(examples = "20260713T100000") @NotNull @Pattern(regexp = Occurrence.ID)
        String occurrence,

        @NotBlank @Size(max = 2000) String reason) {}
