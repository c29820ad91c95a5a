package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party breaks the silence, in writing.")
record RaiseObjection(
        @NotNull Objection.Kind kind,

        @Schema(description = "The grounds.") @NotBlank @Size(max = 20_000)
        String statement,

        @Schema(description = "For an AMENDMENT: the text as the party would have it.")
        @Size(max = 20_000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String proposedText) {}
