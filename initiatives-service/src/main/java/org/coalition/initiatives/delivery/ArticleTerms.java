package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Lists a serial-numbered article.")
record ArticleTerms(
        @Schema(description = "Unique in the contribution among what has not been returned.") @NotBlank @Size(max = 100)
        String serialNumber,

        @NotBlank @Size(max = 300) String description,
        @Valid Money value,

        @Schema(description = "Whether its use is to be checked after it has arrived; false if left out.")
        Boolean sensitive) {

    ArticleTerms {
        sensitive = sensitive != null && sensitive;
    }
}
