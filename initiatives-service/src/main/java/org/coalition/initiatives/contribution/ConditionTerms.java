package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A condition under which a party contributes.")
public record ConditionTerms(
        @NotNull ConditionKind kind,

        @Schema(examples = "The oversight mechanism has begun its work.") @NotBlank @Size(max = 1000)
        String text) {}
