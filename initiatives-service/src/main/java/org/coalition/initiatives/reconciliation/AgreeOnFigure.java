package org.coalition.initiatives.reconciliation;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Names the figure on which the caller's party agrees.")
record AgreeOnFigure(
        @Schema(description = "In the currency or unit of the line.")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal agreed) {}
