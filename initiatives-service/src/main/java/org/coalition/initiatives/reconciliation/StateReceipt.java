package org.coalition.initiatives.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "States what the caller's party has received of the funds of a line, in all.")
record StateReceipt(
        @Schema(description = "In the currency of the line; takes the place of what it stated before.")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal received,

        @Size(max = 2000) String remark,
        @Valid Document document) {}
