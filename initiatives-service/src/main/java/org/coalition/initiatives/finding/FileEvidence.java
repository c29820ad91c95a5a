package org.coalition.initiatives.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Shows that the agreed plan is carried out. Evidence that is not accepted yet is replaced.")
record FileEvidence(
        @Schema(description = "What was done.") @NotBlank @Size(max = 5000)
        String statement,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid Document> documents) {}
