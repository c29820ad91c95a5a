package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a recipient has confirmed, to be recorded as a DELIVERY.
 *
 * @param entryId the id that the ledger entry gets
 * @param amount in the currency or unit of the line
 * @param valueDate the day of receipt
 * @param documentRef the document that shows it; or null
 * @param exceptionReason why more was delivered than is allocated; null if it was not
 */
public record Receipt(
        UUID entryId, BigDecimal amount, LocalDate valueDate, String documentRef, String exceptionReason) {
    EntryTerms terms() {
        return new EntryTerms(EntryKind.DELIVERY, amount, valueDate, documentRef, exceptionReason);
    }
}
