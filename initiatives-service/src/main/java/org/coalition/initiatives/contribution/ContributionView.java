package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A line of support from one party to one initiative.")
record ContributionView(
        UUID id,
        long version,
        UUID initiativeId,
        String party,
        Track track,
        Instrument instrument,
        String description,

        @Schema(description = "The currency of all entries; absent for a line in units.")
        String currency,

        @Schema(description = "The unit of all entries; absent for a line in money.")
        String unit,

        @Schema(description = "Net of reversals, as all figures. Indicative: never counted in totals.")
        BigDecimal pledged,

        BigDecimal committed,
        BigDecimal allocated,

        @Schema(description = "Funds placed at the recipient's disposal; 0 on a line of goods or services.")
        BigDecimal disbursed,

        @Schema(
                description =
                        "What has reached the recipient: goods and services it has confirmed, or funds disbursed.")
        BigDecimal delivered,

        @Schema(description = "committed - allocated; negative where an exception went beyond.")
        BigDecimal unallocated,

        @Schema(description = "allocated - delivered; negative where an exception went beyond.")
        BigDecimal undelivered,

        @Schema(description = "How many entries its ledger has.")
        int entryCount,

        PrivatePartner privatePartner,
        List<Condition> conditions,

        @Schema(description = "Of a line whose instrument is TRAINING.")
        List<Cohort> cohorts,

        @Schema(description = "The line of which this is a part.")
        UUID splitFrom,

        @Schema(
                description =
                        "When it was split; from then on its parts are counted in its place, and it takes no entry.")
        Instant splitAt,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static ContributionView of(Contribution contribution) {
        Balance balance = contribution.balance();
        return new ContributionView(
                contribution.id(),
                contribution.version(),
                contribution.initiativeId(),
                contribution.party(),
                contribution.track(),
                contribution.instrument(),
                contribution.details().description(),
                contribution.currency(),
                contribution.unit(),
                balance.pledged(),
                balance.committed(),
                balance.allocated(),
                balance.disbursed(),
                balance.settled(),
                balance.unallocated(),
                balance.undelivered(),
                balance.entryCount(),
                contribution.details().privatePartner(),
                contribution.details().conditions(),
                contribution.details().cohorts(),
                contribution.splitFrom(),
                contribution.splitAt(),
                contribution.createdAt(),
                contribution.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/contributions/" + id;
    }
}
