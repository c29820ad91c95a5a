package org.coalition.initiatives.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coalition.defaults.problem.Conflict;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;

/** What holds for a ledger after any sequence of posts and reversals. */
class LedgerPropertiesTest {
    private final Initiative initiative = Planned.initiative();

    /** Posts an amount of a kind; or, if it reverses, takes back one of the entries so far, whichever that is. */
    record Step(boolean reverses, EntryKind kind, BigDecimal amount, int which) {}

    /** An entry as the model keeps it. */
    private static final class Expected {
        private final UUID id;
        private final EntryKind kind;
        private final BigDecimal amount;
        private final boolean reversal;
        private boolean reversed;

        private Expected(UUID id, EntryKind kind, BigDecimal amount, boolean reversal) {
            this.id = id;
            this.kind = kind;
            this.amount = amount;
            this.reversal = reversal;
        }
    }

    @Property(tries = 300)
    void theNetOfAKindIsTheSumOfItsEntriesThatWereNotReversed(@ForAll("steps") List<Step> steps) {
        Contribution line = Lines.inEuros(initiative);
        List<Expected> model = play(steps, line);
        for (EntryKind kind : EntryKind.values()) {
            BigDecimal standing = model.stream()
                    .filter(entry -> entry.kind == kind && !entry.reversal && !entry.reversed)
                    .map(entry -> entry.amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, standing.compareTo(line.net(kind)), kind + ": " + standing + " and " + line.net(kind));
        }
    }

    @Property(tries = 100)
    void numbersHaveNoGapsAndNothingThatWasRecordedChanges(@ForAll("steps") List<Step> steps) {
        Contribution line = Lines.inEuros(initiative);
        List<Expected> model = play(steps, line);
        assertEquals(
                IntStream.rangeClosed(1, model.size()).boxed().toList(),
                model.stream().map(entry -> line.entry(entry.id).number()).toList());
        for (Expected entry : model) {
            assertEquals(entry.amount, line.entry(entry.id).amount());
            assertEquals(entry.kind, line.entry(entry.id).kind());
        }
    }

    @Property(tries = 100)
    void aNetIsNeverNegative(@ForAll("steps") List<Step> steps) {
        Contribution line = Lines.inEuros(initiative);
        assertEquals(play(steps, line).size(), line.entryCount());
        for (EntryKind kind : EntryKind.values()) {
            assertEquals(line.net(kind), line.net(kind).max(BigDecimal.ZERO));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("999999999999999.9999"))
                .ofScale(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(EntryKind.class),
                        amounts,
                        Arbitraries.integers().between(0, 1000))
                .as((draw, kind, amount, which) -> new Step(draw == 0, kind, amount, which))
                .list()
                .ofMaxSize(40);
    }

    private List<Expected> play(List<Step> steps, Contribution line) {
        List<Expected> model = new ArrayList<>();
        for (Step step : steps) {
            if (!step.reverses) {
                UUID id = Lines.post(line, initiative, step.kind, step.amount.toPlainString());
                model.add(new Expected(id, step.kind, step.amount, false));
            } else if (!model.isEmpty()) {
                reverse(line, model, model.get(step.which % model.size()));
            }
        }
        return model;
    }

    private void reverse(Contribution line, List<Expected> model, Expected entry) {
        if (entry.reversal || entry.reversed) {
            assertThrows(Conflict.class, () -> Lines.reverse(line, initiative, entry.id));
            return;
        }
        UUID id = Lines.reverse(line, initiative, entry.id);
        model.add(new Expected(id, entry.kind, entry.amount.negate(), true));
        entry.reversed = true;
    }
}
