package org.coalition.initiatives.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coalition.initiatives.initiative.Planned;

/** Whatever stands in a line and however it is divided, nothing is lost, added or moved to another day. */
class SharePropertiesTest {
    private final Contribution line = Lines.inEuros(Planned.initiative());

    /** An entry, and the part in which it ends up if entries were not divided. */
    record Standing(EntryKind kind, BigDecimal amount, int day, int part) {}

    @Property(tries = 300)
    void eachPartGetsWhatItIsDueAndEachDayKeepsWhatItHad(@ForAll("ledgers") List<Standing> ledger) {
        List<LedgerEntry> standing = ledger.stream().map(this::entry).toList();
        List<SplitPart> parts = List.of(part(ledger, 0), part(ledger, 1), part(ledger, 2));
        List<List<Share>> shares = Share.of(standing, parts, UUID::randomUUID);
        List<Share> all = shares.stream().flatMap(List::stream).toList();

        assertEquals(
                sums(standing, entry -> entry.kind() + " " + entry.valueDate(), LedgerEntry::amount),
                sums(all, share -> share.source().kind() + " " + share.source().valueDate(), Share::amount));
        assertEquals(
                sums(standing, entry -> entry.id().toString(), LedgerEntry::amount),
                sums(all, share -> share.source().id().toString(), Share::amount));
        for (int i = 0; i < parts.size(); i++) {
            for (EntryKind kind : EntryKind.values()) {
                BigDecimal got = shares.get(i).stream()
                        .filter(share -> share.source().kind() == kind)
                        .map(Share::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal due = kind == EntryKind.DELIVERY
                        ? BigDecimal.ZERO
                        : parts.get(i).share(kind);
                assertEquals(0, due.compareTo(got), kind + ": " + due + " and " + got);
            }
            List<EntryKind> kinds =
                    shares.get(i).stream().map(share -> share.source().kind()).toList();
            assertEquals(kinds.stream().sorted().toList(), kinds);
        }
        Set<UUID> ids = new HashSet<>();
        assertTrue(all.stream().allMatch(share -> share.amount().signum() > 0 && ids.add(share.id())));
        assertTrue(all.size() <= standing.size() + 2 * (EntryKind.values().length - 1), "no more pieces than cuts");
    }

    @Provide
    Arbitrary<List<Standing>> ledgers() {
        return Combinators.combine(
                        Arbitraries.of(EntryKind.class).filter(kind -> kind != EntryKind.DELIVERY),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.0001"), new BigDecimal("999999999.9999"))
                                .ofScale(4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 2))
                .as(Standing::new)
                .list()
                .ofMaxSize(30);
    }

    private LedgerEntry entry(Standing standing) {
        EntryTerms terms =
                new EntryTerms(standing.kind, standing.amount, LocalDate.of(2026, 1, standing.day), null, null);
        return new LedgerEntry(line, Balance.EMPTY, terms, Lines.by(Lines.FR, UUID.randomUUID()));
    }

    private static SplitPart part(List<Standing> ledger, int part) {
        return new SplitPart(
                "part",
                null,
                null,
                due(ledger, part, EntryKind.PLEDGE),
                due(ledger, part, EntryKind.COMMITMENT),
                due(ledger, part, EntryKind.ALLOCATION),
                due(ledger, part, EntryKind.DISBURSEMENT));
    }

    private static BigDecimal due(List<Standing> ledger, int part, EntryKind kind) {
        return ledger.stream()
                .filter(standing -> standing.kind == kind && standing.part == part)
                .map(Standing::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> Map<String, BigDecimal> sums(
            List<T> items, Function<T, String> key, Function<T, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (T item : items) {
            sums.merge(key.apply(item), amount.apply(item), BigDecimal::add);
        }
        return sums;
    }
}
