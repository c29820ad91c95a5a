package org.coalition.initiatives.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was given on a line, beside what was received, and what both say of it.")
public record ReconciliationView(
        @Schema(description = "0 as long as nobody has said anything of it.")
        long version,

        UUID contributionId,
        UUID initiativeId,

        @Schema(description = "Who gives.") String party,

        @Schema(description = "The currency of the figures; absent for a line in units.")
        String currency,

        @Schema(description = "The unit of the figures; absent for a line in money.")
        String unit,

        @Schema(description = "What the giver says: goods and services handed over, or funds disbursed.")
        BigDecimal given,

        @Schema(description = "What the recipients say: goods and services confirmed and kept, or funds stated.")
        BigDecimal received,

        @Schema(description = "given - received.") BigDecimal difference,

        @Schema(
                description =
                        "Since when they differ: the oldest hand-over that is not confirmed as such; of funds the last"
                                + " change of either figure, or the first disbursement if none was stated. Absent if they"
                                + " do not.")
        Instant since,

        @Schema(description = "Full days (UTC) since then.") long ageDays,

        @Schema(
                description =
                        "AGREED if the figures are equal, or if giver and recipients have agreed on one; DISPUTED if one"
                                + " of them has said why not; each until a figure changes. OPEN otherwise.")
        ReconciliationStatus status,

        @Schema(description = "The figure on which they have agreed although theirs differ.")
        BigDecimal agreed,

        String disputedBy,

        @Schema(description = "Why the figures are disputed.")
        String grounds,

        @Schema(description = "What the recipients of funds have stated; absent in lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ReceiptStatement> statements,

        @Schema(description = "Who has agreed on a figure over these figures; absent in lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Agreement> agreements)
        implements View {

    static ReconciliationView of(Figures figures, Instant now) {
        boolean equal = figures.areEqual();
        return new ReconciliationView(
                figures.version(),
                figures.contributionId(),
                figures.initiativeId(),
                figures.party(),
                figures.currency(),
                figures.unit(),
                figures.given(),
                figures.received(),
                figures.given().subtract(figures.received()),
                equal ? null : figures.since(),
                figures.ageDays(now),
                figures.status(),
                figures.agreed(),
                figures.disputedBy(),
                figures.grounds(),
                null,
                null);
    }

    /** With what was said, as far as it was said of these figures. */
    static ReconciliationView of(Figures figures, Reconciliation said, Instant now) {
        ReconciliationView view = of(figures, now);
        return new ReconciliationView(
                said.version(),
                view.contributionId,
                view.initiativeId,
                view.party,
                view.currency,
                view.unit,
                view.given,
                view.received,
                view.difference,
                view.since,
                view.ageDays,
                view.status,
                view.agreed,
                view.disputedBy,
                view.grounds,
                said.statements(),
                said.isOver(figures) ? said.agreements() : List.of());
    }

    /** The figures change with the ledger and the deliveries, and the age with the clock, without a version. */
    @Override
    public String tag() {
        return "%d-%s-%s-%d".formatted(version, given.toPlainString(), received.toPlainString(), ageDays);
    }

    @Override
    public String path() {
        return "/v1/contributions/" + contributionId + "/reconciliation";
    }
}
