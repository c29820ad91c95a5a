package org.coalition.initiatives.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An entry of a contribution's ledger. It never changes.")
record LedgerEntryView(
        UUID id,
        UUID contributionId,

        @Schema(description = "Its place in the ledger, from 1.")
        int number,

        EntryKind kind,

        @Schema(description = "For a line in money. Negative in a reversal, so that the sum of a kind is its net.")
        Money money,

        @Schema(description = "For a line in units. Negative in a reversal.")
        Quantity quantity,

        LocalDate valueDate,
        String agreementRef,

        @Schema(description = "The entry that this one takes back.")
        UUID reverses,

        @Schema(description = "Why it takes that back.") String reason,

        Instant recordedAt,

        @Schema(description = "The client that posted it.") String recordedBy)
        implements View {

    static LedgerEntryView of(LedgerEntry entry) {
        Contribution line = entry.contribution();
        return new LedgerEntryView(
                entry.id(),
                line.id(),
                entry.number(),
                entry.kind(),
                line.currency() == null ? null : new Money(entry.amount(), line.currency()),
                line.unit() == null ? null : new Quantity(entry.amount(), line.unit()),
                entry.valueDate(),
                entry.agreementRef(),
                entry.reverses(),
                entry.reason(),
                entry.recordedAt(),
                entry.recordedBy());
    }

    @Override
    @JsonIgnore
    public long version() {
        return 1;
    }

    @Override
    public String path() {
        return "/v1/contributions/" + contributionId + "/entries/" + id;
    }
}
