package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A number of something in a ledger; negative in an entry that takes another one back.")
public record SignedQuantity(
        @Schema(description = "At most 15 digits before the point and 4 behind it.", examples = "-12")
        @NotNull
        @Digits(integer = 15, fraction = 4)
        BigDecimal value,

        @Schema(examples = "systems") @NotBlank @Size(max = 40)
        String unit) {}
