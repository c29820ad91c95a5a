package org.coalition.initiatives.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a finding; PATCH it by JSON Merge Patch.")
record FindingDetails(
        @Schema(examples = "Receipts are not matched with the inventory") @NotBlank @Size(max = 200)
        String title,

        @NotBlank @Size(max = 5000) String description,

        @Schema(description = "What is asked of the owner.") @NotBlank @Size(max = 5000)
        String recommendation,

        @NotNull Severity severity,

        @Schema(description = "The value that is questioned, if any.") @Valid
        Money valueQuestioned,

        @Schema(description = "To be closed by the end of this day (UTC).") @NotNull
        LocalDate dueOn) {}
