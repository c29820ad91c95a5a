package org.coalition.meetings.recommendation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a recommendation no longer stands, and what stands instead.")
record SupersedeRecommendation(
        @NotBlank @Size(max = 2000) String reason,

        @Schema(description = "The recommendation that takes its place.")
        UUID supersededBy) {}
