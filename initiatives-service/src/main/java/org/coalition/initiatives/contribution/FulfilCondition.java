package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The contributing party says that a condition is fulfilled, and by what it sees that.")
record FulfilCondition(
        @NotBlank @Size(max = 2000) String evidence,

        @Schema(description = "The day on which it was fulfilled; not one to come.") @NotNull
        LocalDate fulfilledOn) {}
