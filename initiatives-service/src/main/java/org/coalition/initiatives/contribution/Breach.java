package org.coalition.initiatives.contribution;

import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;

/**
 * A rule of the ledger that an entry breaks. A posted one may, for a reason; a reversal may not.
 *
 * @param first what would have to be done before
 * @param reversedFirst what would have to be reversed before
 */
record Breach(String code, String detail, String first, String reversedFirst) {
    RuleViolated withoutReason() {
        return new RuleViolated(
                "/exceptionReason",
                code,
                "%s; %s first, or say in exceptionReason why this may be.".formatted(detail, first));
    }

    Conflict byReversal() {
        return new Conflict("%s; reverse the %s first.".formatted(detail, reversedFirst));
    }
}
