package org.coalition.initiatives.contribution;

/** What a condition asks for; the kinds of the IATI standard (2.03, ConditionType). */
public enum ConditionKind {
    /** That the recipient carries out a policy. */
    POLICY,
    /** That stated outputs or outcomes are reached. */
    PERFORMANCE,
    /** That funds are spent and accounted for in a stated way. */
    FIDUCIARY
}
