package org.coalition.initiatives.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Opens a line of support of the caller's party; its ledger begins empty.")
public record OpenContribution(
        @NotNull Track track,
        @NotNull Instrument instrument,

        @Schema(examples = "SAM systems with ammunition") @NotBlank @Size(max = 1000)
        String description,

        @Schema(
                description = "For money: the currency of all entries, ISO 4217. Either this or the unit.",
                examples = "EUR")
        @CurrencyCode
        String currency,

        @Schema(description = "For goods and services: the unit of all entries.", examples = "systems")
        @Size(max = 40)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String unit,

        @Valid PrivatePartner privatePartner,

        @Schema(description = "Until each is fulfilled, an ALLOCATION or DISBURSEMENT needs an exceptionReason.")
        @Size(max = ReviseContribution.MOST_CONDITIONS)
        List<@NotNull @Valid ConditionTerms> conditions,

        @Schema(description = "Only where the instrument is TRAINING.") @Size(max = ReviseContribution.MOST_COHORTS)
        List<@NotNull @Valid Cohort> cohorts) {

    public OpenContribution {
        conditions = conditions == null ? List.of() : conditions;
        cohorts = cohorts == null ? List.of() : cohorts;
    }

    @AssertTrue(message = "must be given, or unit, and not both")
    @Schema(hidden = true)
    boolean isCurrency() {
        return (currency == null) != (unit == null);
    }

    ReviseContribution details() {
        return new ReviseContribution(description, privatePartner, conditions, cohorts);
    }
}
