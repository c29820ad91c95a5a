package org.coalition.initiatives.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.contribution.Money;
import org.coalition.initiatives.mandate.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Raises a finding; it begins as OPEN_UNRESOLVED.")
record RaiseFinding(
        @Schema(description = "The party that is to act: another one than the caller's.", examples = "UA")
        @NotNull
        @PartyCode
        String owner,

        @Schema(description = "The review of the same initiative that brought it to light.")
        UUID reviewId,

        @Schema(examples = "Receipts are not matched with the inventory") @NotBlank @Size(max = 200)
        String title,

        @NotBlank @Size(max = 5000) String description,

        @Schema(description = "What is asked of the owner.") @NotBlank @Size(max = 5000)
        String recommendation,

        @Schema(description = "MEDIUM if left out.") Severity severity,

        @Schema(description = "The value that is questioned, if any.") @Valid
        Money valueQuestioned,

        @Schema(description = "To be closed by the end of this day (UTC).") @NotNull
        LocalDate dueOn) {

    RaiseFinding {
        severity = severity == null ? Severity.MEDIUM : severity;
    }

    FindingDetails details() {
        return new FindingDetails(title, description, recommendation, severity, valueQuestioned, dueOn);
    }
}
