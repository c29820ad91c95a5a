package org.coalition.initiatives.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Publishes the transparency report of a quarter, or a further edition of it.")
record PublishTransparencyReport(
        @Schema(examples = "2026-Q1")
        @NotNull
        @Pattern(regexp = Quarter.FORM, message = "must be a quarter such as 2026-Q1")
        String quarter,

        @Schema(description = "For a further edition only: why there is one.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String reason) {}
