package org.coalition.initiatives.report;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A total in one currency or one unit; amounts of different ones are never added.")
public record TotalsLine(
        String party,
        String aspect,
        String track,
        String instrument,
        @Schema(description = "Id of the initiative.") String initiative,

        @Schema(description = "Of the value dates: a year, quarter or month.", examples = "2026-Q1")
        String period,

        @Schema(description = "ISO 4217.") String currency,

        @Schema(description = "For goods and services, instead of the currency.")
        String unit,

        @Schema(description = "Commitments, net of reversals.")
        BigDecimal committed,

        @Schema(description = "Pledges, net of reversals; shown apart, not contained in committed.")
        BigDecimal pledged,

        @Schema(description = "Put into concrete packages for delivery, net of reversals.")
        BigDecimal allocated,

        @Schema(description = "Funds placed at the recipient's disposal, net of reversals.")
        BigDecimal disbursed,

        @Schema(description = "Goods and services that the recipient has confirmed, net of reversals.")
        BigDecimal delivered,

        @Schema(description = "The entries that were counted here; with &kind= those of one figure, whose sum it is.")
        String entries) {

    static TotalsLine of(Figures row, TotalsFilter filter, Conversion conversion, Instant asOf) {
        boolean converted = conversion.isWanted() && row.unit() == null && row.currency() == null;
        Query query = conversion
                .addTo(filter.queryOf(row, asOf))
                .and("lineCurrency", row.currency() == null ? filter.lineCurrency : row.currency())
                .and("unit", row.unit() == null ? filter.unit : row.unit())
                .and("converted", conversion.isWanted() && row.unit() == null ? converted : null);
        return new TotalsLine(
                row.party(),
                row.aspect(),
                row.track(),
                row.instrument(),
                row.initiative(),
                row.period(),
                converted ? conversion.currency() : row.currency(),
                row.unit(),
                row.committed(),
                row.pledged(),
                row.allocated(),
                row.disbursed(),
                row.delivered(),
                query.of("/v1/totals/entries"));
    }

    /** Whether it was to be converted, and there is no rate for it. */
    boolean isUnconverted(Conversion conversion) {
        return conversion.isWanted() && unit == null && !conversion.currency().equals(currency);
    }
}
