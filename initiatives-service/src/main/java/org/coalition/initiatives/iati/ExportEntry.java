package org.coalition.initiatives.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.contribution.EntryKind;

/** A ledger entry as an export needs it. */
record ExportEntry(
        UUID id,
        UUID lineId,
        EntryKind kind,
        BigDecimal amount,
        LocalDate valueDate,
        String agreementRef,
        String reason) {

    /** Over an entry {@code l} of a contribution {@code e}. */
    static final String SELECT = "l.id, e.id, l.kind, l.amount, l.valueDate, l.agreementRef, l.reason";
}
