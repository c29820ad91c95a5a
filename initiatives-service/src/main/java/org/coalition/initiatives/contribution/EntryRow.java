package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A ledger entry as a row of a table, with the terms of its line. */
record EntryRow(
        UUID id,
        UUID contributionId,
        UUID initiativeId,
        String party,
        int number,
        EntryKind kind,
        BigDecimal amount,
        String currency,
        String unit,
        LocalDate valueDate,
        String agreementRef,
        UUID reverses,
        String reason,
        String exceptionReason,
        UUID carriedFrom,
        Instant recordedAt,
        String recordedBy) {

    /** Over an entry {@code l} of a contribution {@code e}. */
    static final String SELECT = "l.id, e.id, e.initiativeId, e.party, l.number, l.kind, l.amount, e.currency, e.unit,"
            + " l.valueDate, l.agreementRef, l.reverses, l.reason, l.exceptionReason, l.carriedFrom, l.recordedAt,"
            + " l.recordedBy";
}
