package org.coalition.initiatives.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the ledger of a line comes to: the net of each kind, how many entries it has and when the last was recorded. It is
 * carried on from entry to entry, so that none needs the ledger before it; the database does the same sum.
 */
@Embeddable
record Balance(
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal allocated,
        BigDecimal disbursed,
        BigDecimal delivered,

        @Column(name = "entry_count") int entryCount,

        @Column(name = "last_entry_at") Instant lastEntryAt) {

    static final Balance EMPTY =
            new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, null);

    /** With one more entry. */
    Balance with(LedgerEntry entry) {
        return new Balance(
                sum(EntryKind.PLEDGE, entry),
                sum(EntryKind.COMMITMENT, entry),
                sum(EntryKind.ALLOCATION, entry),
                sum(EntryKind.DISBURSEMENT, entry),
                sum(EntryKind.DELIVERY, entry),
                entry.number(),
                entry.recordedAt());
    }

    int nextNumber() {
        return entryCount + 1;
    }

    /** A ledger's times never run backwards, even if the clock was put back or another instance's is behind. */
    Instant notBeforeLast(Instant at) {
        return lastEntryAt != null && at.isBefore(lastEntryAt) ? lastEntryAt : at;
    }

    private BigDecimal sum(EntryKind kind, LedgerEntry entry) {
        return entry.kind() == kind ? net(kind).add(entry.amount()) : net(kind);
    }

    /** What is left of all entries of a kind after their reversals. */
    BigDecimal net(EntryKind kind) {
        return switch (kind) {
            case PLEDGE -> pledged;
            case COMMITMENT -> committed;
            case ALLOCATION -> allocated;
            case DISBURSEMENT -> disbursed;
            case DELIVERY -> delivered;
        };
    }

    /** What has reached the recipient: funds disbursed, or goods and services delivered. */
    BigDecimal settled() {
        return disbursed.add(delivered);
    }

    /** What is not put into a package yet; negative if more was allocated than committed, by exception. */
    BigDecimal unallocated() {
        return committed.subtract(allocated);
    }

    /** What is still on its way; negative if more was delivered than allocated, by exception. */
    BigDecimal undelivered() {
        return allocated.subtract(settled());
    }

    /**
     * The rule that an entry has broken; null if none. What an exception took beyond a limit before is not held against the
     * entries that follow, as long as they take it no further.
     *
     * @param before without the entry
     */
    Breach breachSince(Balance before) {
        if (exceeds(unallocated(), before.unallocated())) {
            return new Breach(
                    "beyond-commitment",
                    "%s would be allocated of %s committed".formatted(plain(allocated), plain(committed)),
                    "commit more",
                    "ALLOCATION");
        }
        if (exceeds(undelivered(), before.undelivered())) {
            return new Breach(
                    "beyond-allocation",
                    "%s would be delivered of %s allocated".formatted(plain(settled()), plain(allocated)),
                    "allocate more",
                    disbursed.signum() > 0 ? "DISBURSEMENT" : "DELIVERY");
        }
        return null;
    }

    private static boolean exceeds(BigDecimal left, BigDecimal before) {
        return left.signum() < 0 && left.compareTo(before) < 0;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
