package org.coalition.initiatives.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.contribution.EntryKind;
import org.coalition.initiatives.contribution.SignedMoney;
import org.coalition.initiatives.contribution.SignedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A ledger entry that a total counts.")
record TotalsEntryView(
        UUID id,
        UUID contributionId,
        UUID initiativeId,
        String party,
        EntryKind kind,

        @Schema(description = "For a line in money. Negative in a reversal.")
        SignedMoney money,

        @Schema(description = "For a line in units. Negative in a reversal.")
        SignedQuantity quantity,

        @Schema(description = "Only with currency: what of it is in the total; absent where there is no rate.")
        SignedMoney converted,

        @Schema(description = "The exchange rate at which it was converted.")
        UUID rateId,

        LocalDate valueDate,
        Instant recordedAt,

        @Schema(description = "Where the entry stands.") String entry) {

    static TotalsEntryView of(CountedEntry row, Conversion conversion) {
        boolean money = row.currency() != null;
        return new TotalsEntryView(
                row.id(),
                row.contributionId(),
                row.initiativeId(),
                row.party(),
                row.kind(),
                money ? new SignedMoney(row.amount(), row.currency()) : null,
                money ? null : new SignedQuantity(row.amount(), row.unit()),
                money && conversion.isWanted() && row.remaining() == null
                        ? new SignedMoney(row.counted(), conversion.currency())
                        : null,
                row.rateId(),
                row.valueDate(),
                row.recordedAt(),
                "/v1/contributions/%s/entries/%s".formatted(row.contributionId(), row.id()));
    }
}
