package org.coalition.initiatives.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.contribution.EntryKind;

/** A ledger entry as it was counted. */
record CountedEntry(
        UUID id,
        UUID contributionId,
        UUID initiativeId,
        String party,
        EntryKind kind,
        BigDecimal amount,
        String currency,
        String unit,
        LocalDate valueDate,
        Instant recordedAt,
        BigDecimal counted,
        String remaining,
        UUID rateId) {

    static String select(Conversion conversion) {
        return "e.id, c.id, c.initiativeId, c.party, e.kind, e.amount, c.currency, c.unit, e.valueDate, e.recordedAt, %s, %s, %s"
                .formatted(
                        conversion.amount(),
                        conversion.remaining(Basis.LEDGER),
                        conversion.isWanted() ? "x.id" : "nullif(e.id, e.id)");
    }
}
