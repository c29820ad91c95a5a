package org.coalition.initiatives.indicator;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Records what was measured, in the period that the day lies in; what was recorded there before stays in the history.")
record RecordActual(
        @NotNull @Digits(integer = 15, fraction = 4) BigDecimal value,

        @Schema(description = "The day that the value is of; not in the future (UTC).") @NotNull
        LocalDate measuredOn,

        @Schema(examples = "Air force report of May 2026") @NotBlank @Size(max = 500)
        String source,

        @Schema(description = "Why another value of the same day, or of a later one, is corrected.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String reason) {}
