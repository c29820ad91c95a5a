package org.coalition.initiatives.contribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a ledger entry records: the stages from a promise to its arrival. Where the IATI standard (2.03, TransactionType) has a
 * code for one, it is named.
 */
@Schema(
        description =
                "PLEDGE: indicative, not binding, never counted in totals (IATI 12, outgoing pledge). COMMITMENT: a firm"
                        + " written obligation (IATI 2). ALLOCATION: put into a concrete package for delivery (no IATI code). DISBURSEMENT:"
                        + " funds placed at the recipient's disposal (IATI 3). DELIVERY: goods or services that the recipient has"
                        + " confirmed (IATI 4, expenditure).")
public enum EntryKind {
    /** Indicative, not binding: shown apart and never counted in totals. IATI 12, outgoing pledge. */
    PLEDGE,
    /** A firm written obligation for a stated amount. IATI 2, outgoing commitment. */
    COMMITMENT,
    /** What was committed, put into a concrete package for delivery. IATI has no code for it. */
    ALLOCATION,
    /** Funds placed at the recipient's disposal: on lines in money. IATI 3, disbursement. */
    DISBURSEMENT,
    /**
     * Goods and services that the recipient has confirmed: on lines in units, and on those in kind or for training that are valued
     * in money. IATI 4, expenditure.
     */
    DELIVERY;

    /** Whether it says that something has reached the recipient. */
    boolean settles() {
        return this == DISBURSEMENT || this == DELIVERY;
    }

    /** Whether a stage before it limits it. */
    boolean isLimited() {
        return settles() || this == ALLOCATION;
    }
}
