package org.coalition.initiatives.rate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.coalition.initiatives.contribution.CurrencyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Records an exchange rate, or corrects the one that there is of the pair on that day.")
record RecordRate(
        @Schema(description = "ISO 4217; one unit of it is what the rate is of.", examples = "EUR")
        @NotNull
        @CurrencyCode
        String base,

        @Schema(description = "ISO 4217.", examples = "USD") @NotNull @CurrencyCode
        String quote,

        @Schema(description = "How many units of the quote one unit of the base is worth.", examples = "1.0825")
        @NotNull
        @Positive
        @Digits(integer = 9, fraction = 12)
        BigDecimal rate,

        @Schema(description = "The day of the rate; it holds until a later one.") @NotNull
        LocalDate on,

        @Schema(description = "Who published it.", examples = "ECB reference rates") @NotBlank @Size(max = 500)
        String source,

        @Schema(description = "For a correction only: why.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String reason) {

    @AssertTrue(message = "must be another currency than the base")
    @Schema(hidden = true)
    boolean isQuote() {
        return base == null || !base.equals(quote);
    }
}
