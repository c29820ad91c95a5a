package org.coalition.initiatives.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is to be reached by when; PATCH it by JSON Merge Patch.")
record MilestoneDetails(
        @Schema(examples = "First SAM battery operational") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "How one will know that it is reached.") @Size(max = 2000)
        String description,

        @Schema(description = "Reached by the end of this day (UTC).") @NotNull
        LocalDate dueOn,

        @Schema(description = "The milestones that it waits for, of this initiative or another.") @Size(max = 20)
        List<@NotNull UUID> dependsOn) {

    MilestoneDetails {
        dependsOn = dependsOn == null ? List.of() : dependsOn;
    }
}
