package org.coalition.meetings.series;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Takes back that an occurrence was left out.")
record ReinstateOccurrence(
        @Schema(examples = "20260713T100000") @NotNull @Pattern(regexp = Occurrence.ID)
        String occurrence) {}
