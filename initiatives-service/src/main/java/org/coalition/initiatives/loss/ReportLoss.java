package org.coalition.initiatives.loss;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Reports that articles of one delivery are no longer with the caller's party, which held them.")
record ReportLoss(
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> serialNumbers,
        @NotNull LossKind kind,

        @Schema(description = "The day on which they were lost, or missed (UTC): since their arrival, and not to come.")
        @NotNull
        LocalDate lostOn,

        @NotBlank @Size(max = 5000) String circumstances,

        @Schema(description = "What is done so that it does not happen again.") @Size(max = 5000)
        String measures,

        @Valid Document document) {}
