package org.coalition.initiatives.report;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A total in one currency or one unit; amounts of different ones are never added.")
public record TotalsLine(
        String party,
        String aspect,
        String track,
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
        BigDecimal delivered) {}
