package org.coalition.meetings.decision;

import static org.coalition.meetings.decision.AdoptionRule.CONSENSUS;
import static org.coalition.meetings.decision.AdoptionRule.MAJORITY;
import static org.coalition.meetings.decision.AdoptionRule.QUALIFIED;
import static org.coalition.meetings.decision.AdoptionRule.SILENCE;
import static org.coalition.meetings.decision.AdoptionRule.UNANIMITY;
import static org.coalition.meetings.decision.Stance.ABSTAIN;
import static org.coalition.meetings.decision.Stance.AGAINST;
import static org.coalition.meetings.decision.Stance.FOR;
import static org.coalition.meetings.decision.Stance.NOT_PARTICIPATING;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class AdoptionRuleTest {
    private static final Threshold TWO_THIRDS = new Threshold(2, 3);

    @Test
    void aConsensusIsHinderedByAnObjectionOnly() {
        assertTrue(CONSENSUS.isMet(Tally.of(4, List.of()), null));
        assertTrue(CONSENSUS.isMet(Tally.of(4, List.of(FOR, ABSTAIN, NOT_PARTICIPATING)), null));
        assertFalse(CONSENSUS.isMet(Tally.of(4, List.of(FOR, FOR, FOR, AGAINST)), null));
    }

    @Test
    void unanimityIsEveryEntitledPartyForIt() {
        assertTrue(UNANIMITY.isMet(Tally.of(3, List.of(FOR, FOR, FOR)), null));
        assertFalse(UNANIMITY.isMet(Tally.of(3, List.of(FOR, FOR)), null));
        for (Stance other : List.of(AGAINST, ABSTAIN, NOT_PARTICIPATING)) {
            assertFalse(UNANIMITY.isMet(Tally.of(3, List.of(FOR, FOR, other)), null), other.name());
        }
    }

    @Test
    void aMajorityIsMoreForThanAgainstAndNothingElseCounts() {
        assertTrue(MAJORITY.isMet(Tally.of(9, List.of(FOR)), null));
        assertTrue(MAJORITY.isMet(Tally.of(9, List.of(FOR, FOR, AGAINST, ABSTAIN, ABSTAIN, NOT_PARTICIPATING)), null));
        assertFalse(MAJORITY.isMet(Tally.of(9, List.of(FOR, AGAINST)), null));
        assertFalse(MAJORITY.isMet(Tally.of(9, List.of(ABSTAIN, ABSTAIN)), null));
        assertFalse(MAJORITY.isMet(Tally.of(9, List.of()), null));
    }

    @Test
    void aQualifiedMajorityIsAPartOfAllThatAreEntitled() {
        assertTrue(QUALIFIED.isMet(Tally.of(3, List.of(FOR, FOR, AGAINST)), TWO_THIRDS));
        assertTrue(QUALIFIED.isMet(Tally.of(3, List.of(FOR, FOR)), TWO_THIRDS));
        assertFalse(QUALIFIED.isMet(Tally.of(4, List.of(FOR, FOR)), TWO_THIRDS));
        assertTrue(QUALIFIED.isMet(Tally.of(4, List.of(FOR, FOR, FOR)), TWO_THIRDS));
        assertFalse(QUALIFIED.isMet(Tally.of(3, List.of(FOR, ABSTAIN, NOT_PARTICIPATING)), TWO_THIRDS));
    }

    /** Where 0.1 + 0.2 and the like would decide for the wrong side. */
    @Test
    void theLastPartyDecidesWhateverTheFraction() {
        for (int all = 1; all <= 300; all++) {
            for (Threshold threshold :
                    List.of(TWO_THIRDS, new Threshold(1, 1), new Threshold(7, 10), new Threshold(333, 1000))) {
                int needed = threshold.of(all);
                assertTrue(threshold.isReachedBy(needed, all), threshold + " of " + all);
                assertFalse(threshold.isReachedBy(needed - 1, all), threshold + " of " + all);
            }
        }
        assertEquals(2, TWO_THIRDS.of(3));
        assertEquals(7, new Threshold(7, 10).of(10));
    }

    @Test
    void noPositionAdoptsWhatIsUnderSilence() {
        assertFalse(SILENCE.isMet(Tally.of(1, List.of(FOR)), null));
    }

    @Test
    void aThresholdBelongsToAQualifiedMajorityAndIsAtMostTheWhole() {
        assertDoesNotThrow(() -> QUALIFIED.requireThreshold(new Threshold(3, 3)));
        assertThrows(RuleViolated.class, () -> QUALIFIED.requireThreshold(null));
        assertThrows(RuleViolated.class, () -> QUALIFIED.requireThreshold(new Threshold(4, 3)));
        for (AdoptionRule rule : AdoptionRule.values()) {
            if (rule != QUALIFIED) {
                assertDoesNotThrow(() -> rule.requireThreshold(null));
                assertThrows(RuleViolated.class, () -> rule.requireThreshold(TWO_THIRDS), rule.name());
            }
        }
    }

    @Test
    void whoHasTakenNoPositionIsCountedToo() {
        Tally tally = Tally.of(5, List.of(FOR, AGAINST, ABSTAIN));
        assertEquals(2, tally.silent());
        assertEquals(0, tally.count(NOT_PARTICIPATING));
        assertEquals(List.of(Stance.values()), List.copyOf(tally.counted().keySet()));
    }
}
