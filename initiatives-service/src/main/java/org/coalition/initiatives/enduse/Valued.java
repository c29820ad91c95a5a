package org.coalition.initiatives.enduse;

import java.math.BigDecimal;
import java.util.Set;

/** The value of monitored articles in one currency, as the database sums it; a key that was not asked for is null. */
record Valued(
        String recipient,
        String holder,
        String party,
        String initiative,
        String currency,
        BigDecimal monitored,
        BigDecimal delinquent) {

    /** The columns of a row, over an article {@code e}. */
    static String select(Set<ComplianceKey> keys) {
        return ComplianceKey.select(keys)
                + ", e.currency, sum(e.value), coalesce(sum(case when e.dueOn < :today then e.value else null end), 0)";
    }

    /** The combination of keys that this row is of. */
    String of() {
        return String.join("|", recipient + "", holder + "", party + "", initiative + "");
    }
}
