package org.coalition.meetings.decision;

import org.coalition.defaults.problem.RuleViolated;

/** The rule under which a decision is adopted. */
public enum AdoptionRule {
    /** Adopted when no entitled party objects. */
    CONSENSUS,
    /** Adopted when every entitled party is for it. */
    UNANIMITY,
    /** Adopted when more parties are for it than against it. */
    MAJORITY,
    /** Adopted when a stated part of the entitled parties is for it. */
    QUALIFIED,
    /** Adopted unless an entitled party breaks the silence before a set time (OSCE MC.DOC/1/06, Annex 1(A)). */
    SILENCE;

    /** Whether these positions adopt a decision. Under silence none do: time does. */
    boolean isMet(Tally tally, Threshold threshold) {
        return switch (this) {
            case CONSENSUS -> tally.count(Stance.AGAINST) == 0;
            case UNANIMITY -> tally.count(Stance.FOR) == tally.entitled();
            case MAJORITY -> tally.count(Stance.FOR) > tally.count(Stance.AGAINST);
            case QUALIFIED -> threshold.isReachedBy(tally.count(Stance.FOR), tally.entitled());
            case SILENCE -> false;
        };
    }

    /**
     * A qualified majority needs a threshold of at most the whole, the others take none.
     *
     * @throws RuleViolated 422 otherwise
     */
    void requireThreshold(Threshold threshold) {
        if (this == QUALIFIED && threshold == null) {
            throw new RuleViolated(
                    "/threshold",
                    "missing",
                    "QUALIFIED needs a threshold, for instance {\"numerator\": 2, \"denominator\": 3}.");
        }
        if (this != QUALIFIED && threshold != null) {
            throw new RuleViolated(
                    "/threshold", "not-qualified", "Only QUALIFIED takes a threshold; leave it out with " + this + ".");
        }
        if (threshold != null && threshold.numerator() > threshold.denominator()) {
            throw new RuleViolated(
                    "/threshold/numerator", "more-than-all", "A threshold is at most the whole: 1 of 1, or less.");
        }
    }
}
