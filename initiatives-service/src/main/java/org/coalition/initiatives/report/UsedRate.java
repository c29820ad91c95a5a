package org.coalition.initiatives.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A rate at which something was converted; /v1/exchange-rates/{id} has all of it.")
record UsedRate(
        UUID id,
        String base,
        String quote,

        @Schema(description = "How many units of the quote one unit of the base is worth.")
        BigDecimal rate,

        LocalDate on,
        String source,

        @Schema(description = "How many entries were converted at it.")
        long entries) {
    static final String GROUP_BY = "q.id, q.base, q.quote, q.rate, q.day, q.source";
    static final String SELECT = GROUP_BY + ", count(e)";
    static final String JOIN = " join ExchangeRate q on q.id = x.id";
}
