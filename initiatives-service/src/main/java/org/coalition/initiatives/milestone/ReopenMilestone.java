package org.coalition.initiatives.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Takes the assessment of a milestone back.")
record ReopenMilestone(@NotBlank @Size(max = 2000) String reason) {}
