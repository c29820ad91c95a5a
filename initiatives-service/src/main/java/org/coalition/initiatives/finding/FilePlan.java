package org.coalition.initiatives.finding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Says what the owner will do about a finding. A plan that is not agreed on yet is replaced.")
record FilePlan(
        @NotBlank @Size(max = 5000) String text,

        @Schema(description = "By when it is to be done.") @NotNull
        LocalDate plannedFor) {}
