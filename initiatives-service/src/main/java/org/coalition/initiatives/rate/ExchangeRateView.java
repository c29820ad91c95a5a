package org.coalition.initiatives.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An exchange rate. It never changes; of several of a pair on a day the last one recorded holds.")
record ExchangeRateView(
        UUID id,
        long version,
        String base,
        String quote,

        @Schema(description = "How many units of the quote one unit of the base is worth.")
        BigDecimal rate,

        LocalDate on,
        String source,

        @Schema(description = "1, and one more with each correction of the pair on this day.")
        int number,

        @Schema(description = "Why it corrects the one before.")
        String reason,

        @Schema(description = "Totals as of an earlier time do not know it.")
        Instant recordedAt)
        implements View {

    static ExchangeRateView of(ExchangeRate rate) {
        return new ExchangeRateView(
                rate.id(),
                rate.version(),
                rate.base(),
                rate.quote(),
                rate.rate(),
                rate.day(),
                rate.source(),
                rate.number(),
                rate.reason(),
                rate.createdAt());
    }

    @Override
    public String path() {
        return "/v1/exchange-rates/" + id;
    }
}
