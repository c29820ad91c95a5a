package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a decision; PATCH it by JSON Merge Patch.")
record DecisionText(
        @NotBlank @Size(max = 20_000) String text,
        @Schema(description = "From when it takes effect.") LocalDate effectiveOn,

        @Schema(description = "When it is to be looked at again.")
        LocalDate reviewOn) {}
