package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An amount of money in a ledger; negative in an entry that takes another one back.")
public record SignedMoney(
        @Schema(description = "At most 15 digits before the point and 4 behind it.", examples = "-1500000.00")
        @NotNull
        @Digits(integer = 15, fraction = 4)
        BigDecimal amount,

        @Schema(description = "ISO 4217.", examples = "EUR") @NotNull @CurrencyCode
        String currency) {}
