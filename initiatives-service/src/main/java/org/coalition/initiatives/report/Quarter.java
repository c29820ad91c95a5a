package org.coalition.initiatives.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coalition.defaults.problem.RuleViolated;

/** A quarter of a year, as in 2026-Q1. */
record Quarter(String name) {
    static final String FORM = "[0-9]{4}-Q[1-4]";

    LocalDate first() {
        return Period.first(name);
    }

    LocalDate last() {
        return Period.last(name);
    }

    /**
     * Lets pass a quarter that has ended, in UTC.
     *
     * @throws RuleViolated 422 otherwise
     */
    void requireOver(Instant now) {
        if (!last().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new RuleViolated(
                    "/quarter",
                    "quarter-not-over",
                    "A quarter is reported once it is over, after %s.".formatted(last()));
        }
    }
}
