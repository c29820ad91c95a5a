package org.coalition.initiatives.enduse;

import java.util.Set;

/** A row of the report as the database counts it; a key that was not asked for is null. */
record Counted(
        String recipient,
        String holder,
        String party,
        String initiative,
        Long monitored,
        Long delinquent,
        Long awaiting,
        Long neverChecked,
        Long lost,
        Long expended,
        Long withoutValue) {

    /** The columns of a row, over an article {@code e}. */
    static String select(Set<ComplianceKey> keys) {
        return String.join(
                ", ",
                ComplianceKey.select(keys),
                number("e.dueOn is not null"),
                number("e.dueOn < :today"),
                number("e.dueOn < :today and e.awaiting = true"),
                number("e.dueOn is not null and e.lastCheckedOn is null"),
                number("e.status = LOST"),
                number("e.status = EXPENDED"),
                number("e.dueOn is not null and e.value is null"));
    }

    private static String number(String condition) {
        return "coalesce(sum(case when " + condition + " then 1 else 0 end), 0)";
    }

    /** The combination of keys that this row is of. */
    String of() {
        return String.join("|", recipient + "", holder + "", party + "", initiative + "");
    }
}
