package org.coalition.meetings.statement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The text of a joint statement.")
record StatementText(
        @NotBlank @Size(max = 50_000) String text,

        @Schema(description = "The language of the text (BCP 47).", examples = "en")
        @Size(max = 35)
        @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*", message = "must be a language tag such as en or uk")
        String language) {}
