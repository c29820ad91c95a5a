package org.coalition.initiatives.enduse;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Compliance by value, over the articles whose value was stated in this currency.")
record ComplianceValue(
        String currency,
        BigDecimal monitored,
        BigDecimal compliant,
        BigDecimal delinquent,

        @Schema(description = "compliant / monitored, to six digits.")
        BigDecimal rate) {

    static ComplianceValue of(Valued row) {
        BigDecimal compliant = row.monitored().subtract(row.delinquent());
        return new ComplianceValue(
                row.currency(),
                row.monitored(),
                compliant,
                row.delinquent(),
                Compliance.rate(compliant, row.monitored()));
    }
}
