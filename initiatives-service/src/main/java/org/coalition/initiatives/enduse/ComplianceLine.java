package org.coalition.initiatives.enduse;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The end-use compliance of some articles.")
record ComplianceLine(
        String recipient,
        String holder,
        String party,
        String initiative,

        @Schema(description = "Sensitive articles that are held, so that an inventory is due some day.")
        long monitored,

        @Schema(description = "Those whose next inventory is not overdue.")
        long compliant,

        @Schema(description = "Those whose inventory was due and is not done.")
        long delinquent,

        @Schema(
                description =
                        "Of the delinquent: those whose holder has reported a check that nobody has verified yet.")
        long delinquentAwaitingVerification,

        @Schema(description = "Of the monitored: those of which no check was verified yet.")
        long neverChecked,

        long lost,
        long expended,

        @Schema(description = "compliant / monitored, to six digits; absent if there is none.")
        BigDecimal rate,

        @Schema(description = "The same by value, for each currency.")
        List<ComplianceValue> byValue,

        @Schema(description = "Of the monitored: those without a stated value, which byValue does not count.")
        long withoutValue,

        @Schema(description = "The path that lists precisely the compliant ones.")
        String compliantArticles,

        @Schema(description = "The path that lists precisely the delinquent ones.")
        String delinquentArticles) {

    static ComplianceLine of(Counted row, List<Valued> values, ArticleScope scope) {
        String path = "/v1/articles?monitored=true"
                + scope.query(row.initiative(), row.party(), row.recipient(), row.holder());
        long compliant = row.monitored() - row.delinquent();
        return new ComplianceLine(
                row.recipient(),
                row.holder(),
                row.party(),
                row.initiative(),
                row.monitored(),
                compliant,
                row.delinquent(),
                row.awaiting(),
                row.neverChecked(),
                row.lost(),
                row.expended(),
                Compliance.rate(BigDecimal.valueOf(compliant), BigDecimal.valueOf(row.monitored())),
                values.stream().map(ComplianceValue::of).toList(),
                row.withoutValue(),
                path + "&delinquent=false",
                path + "&delinquent=true");
    }
}
