package org.coalition.meetings.recommendation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is recommended; PATCH it by JSON Merge Patch.")
record RecommendationDetails(
        @Schema(examples = "Economic Support") @NotBlank @Size(max = 200)
        String area,

        @Schema(examples = "Private investment incentives") @NotBlank @Size(max = 500)
        String focus,

        @Schema(examples = "Accelerate reconstruction") @NotBlank @Size(max = 1000)
        String outcomeTarget,

        @Schema(description = "The party that sees to it.", examples = "GB") @PartyCode
        String owner,

        @Schema(description = "When it is to be looked at again.")
        LocalDate reviewOn) {}
