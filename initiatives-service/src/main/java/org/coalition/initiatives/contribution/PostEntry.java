package org.coalition.initiatives.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Posts an entry to the ledger of a contribution, in the line's own currency or unit.")
record PostEntry(
        @NotNull EntryKind kind,

        @Schema(description = "For a line in money; otherwise the quantity.") @Valid
        Money money,

        @Valid Quantity quantity,

        @Schema(description = "The day on which it takes effect.") @NotNull
        LocalDate valueDate,

        @Schema(description = "The agreement or announcement in which it is written.") @Size(max = 500)
        String agreementRef) {

    @AssertTrue(message = "must be given, or quantity, and not both")
    @Schema(hidden = true)
    boolean isMoney() {
        return (money == null) != (quantity == null);
    }

    BigDecimal amount() {
        return money == null ? quantity.value() : money.amount();
    }
}
