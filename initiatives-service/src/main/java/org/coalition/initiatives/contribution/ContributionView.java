package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
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

        @Schema(description = "Net of reversals. Indicative: never counted in totals.")
        BigDecimal pledged,

        @Schema(description = "Net of reversals.") BigDecimal committed,

        @Schema(description = "How many entries its ledger has.")
        int entryCount,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static ContributionView of(Contribution contribution) {
        return new ContributionView(
                contribution.id(),
                contribution.version(),
                contribution.initiativeId(),
                contribution.party(),
                contribution.track(),
                contribution.instrument(),
                contribution.description(),
                contribution.currency(),
                contribution.unit(),
                contribution.net(EntryKind.PLEDGE),
                contribution.net(EntryKind.COMMITMENT),
                contribution.entryCount(),
                contribution.createdAt(),
                contribution.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/contributions/" + id;
    }
}
