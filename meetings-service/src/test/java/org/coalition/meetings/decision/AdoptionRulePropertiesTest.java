package org.coalition.meetings.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every rule, whatever the parties say. */
class AdoptionRulePropertiesTest {
    private static final Threshold HALF = new Threshold(1, 2);

    @Property
    void onePartyMoreInFavourNeverUndoesAnAdoption(
            @ForAll AdoptionRule rule,
            @ForAll @Size(max = 40) List<Stance> taken,
            @ForAll @IntRange(max = 40) int silent) {
        Tally before = Tally.of(taken.size() + silent + 1, taken);
        Tally after = Tally.of(taken.size() + silent + 1, with(taken, Stance.FOR));
        assertTrue(!rule.isMet(before, HALF) || rule.isMet(after, HALF));
    }

    @Property
    void onePartyMoreAgainstNeverMakesAnAdoption(
            @ForAll AdoptionRule rule,
            @ForAll @Size(max = 40) List<Stance> taken,
            @ForAll @IntRange(max = 40) int silent) {
        Tally before = Tally.of(taken.size() + silent + 1, taken);
        Tally after = Tally.of(taken.size() + silent + 1, with(taken, Stance.AGAINST));
        assertTrue(rule.isMet(before, HALF) || !rule.isMet(after, HALF));
    }

    @Property
    void theOrderInWhichPartiesSpeakDecidesNothing(
            @ForAll AdoptionRule rule,
            @ForAll @Size(max = 40) List<Stance> taken,
            @ForAll("thresholds") Threshold threshold) {
        List<Stance> sorted = new ArrayList<>(taken);
        sorted.sort(null);
        assertEquals(rule.isMet(Tally.of(50, taken), threshold), rule.isMet(Tally.of(50, sorted), threshold));
    }

    @Property
    void whatIsUnanimousIsAdoptedUnderEveryOtherRuleOfPositions(
            @ForAll @IntRange(min = 1, max = 300) int all, @ForAll("thresholds") Threshold threshold) {
        Tally unanimous = Tally.of(all, Collections.nCopies(all, Stance.FOR));
        for (AdoptionRule rule : AdoptionRule.values()) {
            assertEquals(rule != AdoptionRule.SILENCE, rule.isMet(unanimous, threshold), rule.name());
        }
    }

    @Property
    void aThresholdIsReachedExactlyFromItsLeastNumberOn(
            @ForAll @IntRange(min = 1, max = 300) int all,
            @ForAll @IntRange(max = 300) int inFavour,
            @ForAll("thresholds") Threshold threshold) {
        assertEquals(inFavour >= threshold.of(all), threshold.isReachedBy(inFavour, all));
        assertTrue(threshold.of(all) >= 1 && threshold.of(all) <= all);
    }

    @Property
    void aFractionAndItsMultipleAreOneThreshold(
            @ForAll("thresholds") Threshold threshold,
            @ForAll @IntRange(min = 1, max = 300) int all,
            @ForAll @IntRange(max = 300) int inFavour) {
        int divisor = BigInteger.valueOf(threshold.numerator())
                .gcd(BigInteger.valueOf(threshold.denominator()))
                .intValueExact();
        Threshold reduced = new Threshold(threshold.numerator() / divisor, threshold.denominator() / divisor);
        assertEquals(reduced.isReachedBy(inFavour, all), threshold.isReachedBy(inFavour, all));
    }

    @Property
    void everyEntitledPartyIsCountedOnce(
            @ForAll @Size(max = 40) List<Stance> taken, @ForAll @IntRange(max = 40) int silent) {
        Tally tally = Tally.of(taken.size() + silent, taken);
        int counted = 0;
        for (Stance stance : Stance.values()) {
            counted += tally.count(stance);
        }
        assertEquals(tally.entitled(), counted + tally.silent());
        assertFalse(tally.silent() < 0);
    }

    @Provide
    Arbitrary<Threshold> thresholds() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.integers().between(1, 1000))
                .as((one, other) -> new Threshold(Math.min(one, other), Math.max(one, other)));
    }

    private static List<Stance> with(List<Stance> taken, Stance further) {
        List<Stance> all = new ArrayList<>(taken);
        all.add(further);
        return all;
    }
}
