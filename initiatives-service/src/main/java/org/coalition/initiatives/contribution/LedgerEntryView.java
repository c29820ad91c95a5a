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
        SignedMoney money,

        @Schema(description = "For a line in units. Negative in a reversal.")
        SignedQuantity quantity,

        LocalDate valueDate,
        String agreementRef,

        @Schema(description = "The entry that this one takes back.")
        UUID reverses,

        @Schema(description = "Why it takes that back.") String reason,

        @Schema(description = "Why it may go beyond a limit or come before a condition is fulfilled.")
        String exceptionReason,

        @Schema(description = "In a part of a split line: the entry of that line of which this is a share.")
        UUID carriedFrom,

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
                line.measure().money(entry.amount()),
                line.measure().quantity(entry.amount()),
                entry.valueDate(),
                entry.agreementRef(),
                entry.reverses(),
                entry.reason(),
                entry.exceptionReason(),
                entry.carriedFrom(),
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
