package org.coalition.initiatives.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.coalition.defaults.problem.RuleViolated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Posts an entry to the ledger of a contribution, in the line's own currency or unit.")
public record PostEntry(
        @Schema(
                description =
                        "DISBURSEMENT is for funds; a DELIVERY is recorded when the recipient confirms it, and not"
                                + " posted.")
        @NotNull
        EntryKind kind,

        @Schema(description = "For a line in money; otherwise the quantity.") @Valid
        Money money,

        @Valid Quantity quantity,

        @Schema(description = "The day on which it takes effect.") @NotNull
        LocalDate valueDate,

        @Schema(description = "The agreement or announcement in which it is written.") @Size(max = 500)
        String agreementRef,

        @Schema(
                description = "Why it is to go beyond what is committed or allocated, or to come before a condition is"
                        + " fulfilled. Refused where nothing stands against the entry.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String exceptionReason) {

    @AssertTrue(message = "must be given, or quantity, and not both")
    @Schema(hidden = true)
    boolean isMoney() {
        return (money == null) != (quantity == null);
    }

    /** Lets pass what the party itself records in this line, and in the line's measure. */
    void requirePostable(Line line) {
        if (kind == EntryKind.DELIVERY) {
            throw new RuleViolated(
                    "/kind",
                    "not-posted",
                    "A DELIVERY is recorded when the recipient confirms a delivery under this line; see /v1/deliveries.");
        }
        if (kind == EntryKind.DISBURSEMENT && line.takesDeliveries()) {
            throw new RuleViolated(
                    "/kind",
                    "not-disbursed",
                    "This line gives goods or services: they are delivered, and the recipient confirms it.");
        }
        line.measure().require(money, quantity);
    }

    EntryTerms terms() {
        return new EntryTerms(
                kind, money == null ? quantity.value() : money.amount(), valueDate, agreementRef, exceptionReason);
    }
}
