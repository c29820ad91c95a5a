package org.coalition.initiatives.oversight;

/** The open findings on one party, as the database counts them. */
record FindingCounts(
        String owner,
        Long unresolved,
        Long resolved,
        Long overdue,
        Long upTo30Days,
        Long upTo90Days,
        Long upTo180Days,
        Long older) {

    /** The columns of a row, over a finding {@code e}. */
    static String select(String owner) {
        return String.join(
                ", ",
                owner,
                number("e.status = OPEN_UNRESOLVED"),
                number("e.status = OPEN_RESOLVED"),
                number("e.dueOn < :today"),
                number("e.createdAt > :days30"),
                number("e.createdAt <= :days30 and e.createdAt > :days90"),
                number("e.createdAt <= :days90 and e.createdAt > :days180"),
                number("e.createdAt <= :days180"));
    }

    static String number(String condition) {
        return "coalesce(sum(case when " + condition + " then 1 else 0 end), 0)";
    }
}
