package org.coalition.initiatives.indicator;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A time with what is aimed at by its end.")
record Period(
        @NotNull LocalDate start,
        @Schema(description = "Its last day.") @NotNull LocalDate end,

        @NotNull @Digits(integer = 15, fraction = 4) BigDecimal target) {

    @AssertTrue(message = "must not be before the start")
    @Schema(hidden = true)
    boolean isEnd() {
        return start == null || end == null || !end.isBefore(start);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    boolean hasEnded(LocalDate today) {
        return end.isBefore(today);
    }

    boolean isAsLongAs(Period other) {
        return start.equals(other.start) && end.equals(other.end);
    }
}
