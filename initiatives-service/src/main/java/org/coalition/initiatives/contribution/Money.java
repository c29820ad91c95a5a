package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An amount of money; its digits are kept as they are given.")
public record Money(
        @Schema(description = "At most 15 digits before the point and 4 behind it.", examples = "1500000.00")
        @NotNull
        @Positive
        @Digits(integer = 15, fraction = 4)
        BigDecimal amount,

        @Schema(description = "ISO 4217.", examples = "EUR") @NotNull @CurrencyCode
        String currency) {}
