package org.coalition.initiatives.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;

/** What holds for a ledger after any sequence of posts and reversals, legal or not. */
class LedgerPropertiesTest {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Initiative initiative = Planned.initiative();

    /** Posts an amount of a kind; or, if it reverses, takes back one of the entries so far, whichever that is. */
    record Step(boolean reverses, EntryKind kind, BigDecimal amount, String reason, int which, int secondsLater) {}

    /** A line, its ledger, and its balance at each time as it was then. */
    private static final class Played {
        private final Book book;
        private final Map<Instant, Balance> seen = new LinkedHashMap<>();
        private final List<UUID> reversed = new ArrayList<>();
        private int refused;

        private Played(Book book) {
            this.book = book;
        }
    }

    @Property(tries = 300)
    void theFiguresAreThoseOfANaiveRecomputationAtEachTime(@ForAll("steps") List<Step> steps, @ForAll boolean goods) {
        Played played = play(steps, goods);
        played.seen.forEach((at, balance) -> {
            for (EntryKind kind : EntryKind.values()) {
                BigDecimal sum = played.book.entries().values().stream()
                        .filter(entry ->
                                entry.kind() == kind && !entry.recordedAt().isAfter(at))
                        .map(LedgerEntry::amount)
                        .reduce(ZERO, BigDecimal::add);
                assertEquals(0, sum.compareTo(balance.net(kind)), kind + ": " + sum + " and " + balance.net(kind));
            }
        });
    }

    @Property(tries = 300)
    void withoutAReasonTheLimitsAreKeptAtEachTime(@ForAll("steps") List<Step> steps, @ForAll boolean goods) {
        Played played =
                play(steps.stream().map(LedgerPropertiesTest::withoutReason).toList(), goods);
        played.seen.values().forEach(balance -> {
            assertTrue(balance.unallocated().signum() >= 0, balance.toString());
            assertTrue(balance.undelivered().signum() >= 0, balance.toString());
        });
    }

    @Property(tries = 300)
    void aNetIsThatOfTheEntriesThatStandAndNeverNegative(@ForAll("steps") List<Step> steps, @ForAll boolean goods) {
        Played played = play(steps, goods);
        for (EntryKind kind : EntryKind.values()) {
            BigDecimal standing = played.book.entries().values().stream()
                    .filter(entry ->
                            entry.kind() == kind && entry.reverses() == null && !played.reversed.contains(entry.id()))
                    .map(LedgerEntry::amount)
                    .reduce(ZERO, BigDecimal::add);
            BigDecimal net = played.book.line().balance().net(kind);
            assertEquals(0, standing.compareTo(net), kind + ": " + standing + " and " + net);
            assertTrue(net.signum() >= 0);
        }
    }

    @Property(tries = 100)
    void numbersHaveNoGapsTimesNeverRunBackwardsAndARefusalLeavesNoTrace(
            @ForAll("steps") List<Step> steps, @ForAll boolean goods) {
        Played played = play(steps, goods);
        List<LedgerEntry> entries = List.copyOf(played.book.entries().values());
        assertEquals(
                IntStream.rangeClosed(1, entries.size()).boxed().toList(),
                entries.stream().map(LedgerEntry::number).toList());
        assertEquals(entries.size(), played.book.line().balance().entryCount());
        assertEquals(steps.size(), entries.size() + played.refused);
        assertEquals(
                entries.stream().map(LedgerEntry::recordedAt).sorted().toList(),
                entries.stream().map(LedgerEntry::recordedAt).toList());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<BigDecimal> amounts = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 9).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.0001"), new BigDecimal("999999999999999.9999"))
                        .ofScale(4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(EntryKind.class),
                        amounts,
                        Arbitraries.of("urgent").injectNull(0.8),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(-5, 20))
                .as((draw, kind, amount, reason, which, later) ->
                        new Step(draw == 0, kind, amount, reason, which, later))
                .list()
                .ofMaxSize(40);
    }

    private Played play(List<Step> steps, boolean goods) {
        Contribution line = goods ? Lines.inSystems(initiative) : Lines.inEuros(initiative);
        Played played = new Played(new Book(line, initiative));
        for (Step step : steps) {
            played.book.now = played.book.now.plusSeconds(step.secondsLater);
            Balance before = line.balance();
            try {
                play(step, played);
                played.seen.put(line.balance().lastEntryAt(), line.balance());
            } catch (ProblemException refusal) {
                played.refused++;
                assertEquals(before, line.balance(), refusal.getMessage());
            }
        }
        return played;
    }

    private static void play(Step step, Played played) {
        List<UUID> ids = List.copyOf(played.book.entries().keySet());
        if (!step.reverses || ids.isEmpty()) {
            played.book.post(step.kind, step.amount.toPlainString(), step.reason);
            return;
        }
        UUID id = ids.get(step.which % ids.size());
        if (played.reversed.contains(id)) {
            throw new Conflict("That an entry is reversed already is known to the repository.");
        }
        played.book.reverse(id);
        played.reversed.add(id);
    }

    private static Step withoutReason(Step step) {
        return new Step(step.reverses, step.kind, step.amount, null, step.which, step.secondsLater);
    }
}
