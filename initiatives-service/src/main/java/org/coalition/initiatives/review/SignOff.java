package org.coalition.initiatives.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Signs a review off for one side, or refuses it.")
record SignOff(
        @Schema(description = "MILITARY needs the role overseer-military, DIPLOMATIC overseer-diplomatic.") @NotNull
        Side side,

        @NotNull Verdict verdict,

        @Schema(description = "The contentHash of the content that the reviewer has read; 409 if it has changed since.")
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits")
        String contentHash,

        @Schema(description = "Why; needed for a refusal.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String grounds) {}
