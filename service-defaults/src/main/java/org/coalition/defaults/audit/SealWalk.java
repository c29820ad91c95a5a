package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Checks each seal: that it follows from the seal before, is signed, and that what it covers is there as it was. */
final class SealWalk implements Walk {
    private final SealRows rows;
    private final SealKeys keys;
    private Seal before;

    SealWalk(Connection connection, SealKeys keys) {
        rows = new SealRows(connection);
        this.keys = keys;
    }

    @Override
    public Stretch from(String after, int most) throws SQLException {
        long number = after.isEmpty() ? 0 : Long.parseLong(after);
        if (before == null || before.number() != number) {
            before = rows.lastUpTo(number);
        }
        int checked = 0;
        int read = 0;
        while (read < most) {
            List<Seal> next = rows.after(number, 1);
            if (next.isEmpty()) {
                return Stretch.end(checked, read);
            }
            Seal seal = next.get(0);
            BrokenLink broken = check(seal);
            checked++;
            read += Math.max(1, seal.entries());
            number = seal.number();
            before = seal;
            if (broken != null) {
                return Stretch.broken(checked, read, Long.toString(number), broken);
            }
        }
        return Stretch.upTo(checked, read, Long.toString(number));
    }

    private BrokenLink check(Seal seal) throws SQLException {
        long expected = before == null ? 1 : before.number() + 1;
        if (seal.number() != expected) {
            return broken(seal, LinkRule.MISSING_SEAL, "Seal %d is gone, the one before this.".formatted(expected));
        }
        byte[] previous = before == null ? CanonicalForm.NOTHING : before.hash();
        if (!Arrays.equals(previous, seal.previous()) || !Arrays.equals(seal.recomputed(), seal.hash())) {
            return broken(seal, LinkRule.ALTERED_SEAL, "The hash of the seal does not follow from what it says.");
        }
        if (!keys.accept(seal)) {
            return broken(seal, LinkRule.BAD_SIGNATURE, "The seal has no signature of a key that counts.");
        }
        List<Seal.Leaf> leaves = rows.under(seal);
        Long missing = CoveredIds.parse(seal.covers())
                .firstMissing(leaves.stream().map(Seal.Leaf::id).toList());
        if (missing != null) {
            return BrokenLink.ofSeal(
                    LinkRule.MISSING_ENTRY, seal.number(), missing, "The entry is under this seal, but it is gone.");
        }
        if (!Arrays.equals(Seal.root(leaves), seal.root())) {
            return broken(
                    seal, LinkRule.FORGED_ENTRIES, "Entries under this seal have other hashes than when it was set.");
        }
        return null;
    }

    private static BrokenLink broken(Seal seal, LinkRule rule, String detail) {
        return BrokenLink.ofSeal(rule, seal.number(), null, detail);
    }
}
