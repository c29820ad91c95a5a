package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.coalition.defaults.problem.RuleViolated;

/**
 * What an entry says, in the measure of its line.
 *
 * @param exceptionReason why it may break a rule that limits it; null if it breaks none
 */
record EntryTerms(EntryKind kind, BigDecimal amount, LocalDate valueDate, String agreementRef, String exceptionReason) {

    /**
     * Lets pass an entry that breaks no rule, or one for a reason.
     *
     * @param breach the rule that it breaks; or null
     */
    void requireReasonFor(Breach breach) {
        if (breach != null && exceptionReason == null) {
            throw breach.withoutReason();
        }
        if (breach == null && exceptionReason != null) {
            throw new RuleViolated(
                    "/exceptionReason",
                    "no-exception",
                    "Nothing stands against this entry; leave exceptionReason out.");
        }
    }
}
