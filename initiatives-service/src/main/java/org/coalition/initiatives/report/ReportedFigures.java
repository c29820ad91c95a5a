package org.coalition.initiatives.report;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Figures of one party under one aspect, in one currency or unit, as they were published.")
record ReportedFigures(
        String party,
        String aspect,
        String currency,
        String unit,
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal allocated,
        BigDecimal disbursed,
        BigDecimal delivered,

        @Schema(description = "Gives them anew, and the entries behind them, as long as their initiatives stay public.")
        String query) {

    static ReportedFigures of(Figures row, TotalsFilter filter, Instant asOf) {
        return new ReportedFigures(
                row.party(),
                row.aspect(),
                row.currency(),
                row.unit(),
                row.pledged(),
                row.committed(),
                row.allocated(),
                row.disbursed(),
                row.delivered(),
                filter.queryOf(row, asOf)
                        .and("lineCurrency", row.currency())
                        .and("unit", row.unit())
                        .of("/v1/totals"));
    }
}
