package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a part of a split line has of one of its entries.
 *
 * @param id the id that the share gets as an entry of the part
 */
record Share(UUID id, LedgerEntry source, BigDecimal amount) {
    /**
     * Shares out the entries that stand in a line, each kind in the order of recording: the first part takes what it is due, then
     * the next one. So each day keeps what it had. The shares of a part begin with the earlier stages, as a ledger does.
     *
     * @param ids gives the ids of the shares
     */
    static List<List<Share>> of(List<LedgerEntry> standing, List<SplitPart> parts, Supplier<UUID> ids) {
        List<List<Share>> shares = new ArrayList<>();
        parts.forEach(part -> shares.add(new ArrayList<>()));
        for (EntryKind kind : EntryKind.values()) {
            Deque<Share> left = new ArrayDeque<>();
            standing.stream()
                    .filter(entry -> entry.kind() == kind)
                    .forEach(entry -> left.add(new Share(ids.get(), entry, entry.amount())));
            for (int i = 0; i < parts.size() && !left.isEmpty(); i++) {
                take(parts.get(i).share(kind), left, shares.get(i), ids);
            }
        }
        return shares;
    }

    EntryTerms terms() {
        return new EntryTerms(
                source.kind(), amount, source.valueDate(), source.agreementRef(), source.exceptionReason());
    }

    private static void take(BigDecimal due, Deque<Share> left, List<Share> taken, Supplier<UUID> ids) {
        BigDecimal missing = due;
        while (missing.signum() > 0) {
            Share next = left.removeFirst();
            BigDecimal amount = next.amount.min(missing);
            taken.add(new Share(next.id, next.source, amount));
            missing = missing.subtract(amount);
            if (amount.compareTo(next.amount) < 0) {
                left.addFirst(new Share(ids.get(), next.source, next.amount.subtract(amount)));
            }
        }
    }
}
