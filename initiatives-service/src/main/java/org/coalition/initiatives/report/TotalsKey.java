package org.coalition.initiatives.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/**
 * What totals can be broken down by, each with its expression over a contribution {@code c}, its initiative {@code i}, its
 * aspect {@code a} and, for periods, a ledger entry {@code e}.
 */
enum TotalsKey {
    PARTY("c.party"),
    ASPECT("a.aspect"),
    TRACK("c.track"),
    INSTRUMENT("c.instrument"),
    INITIATIVE("i.id"),
    YEAR(period("YYYY")),
    QUARTER(period("YYYY-\"Q\"Q")),
    MONTH(period("YYYY-MM"));

    /** At most one of them at a time. */
    static final Set<TotalsKey> PERIODS = EnumSet.of(YEAR, QUARTER, MONTH);

    /** Of a column itself the database knows how many values it has, and so how to group by it. */
    private final String hql;

    TotalsKey(String hql) {
        this.hql = hql;
    }

    private static String period(String format) {
        return "sql('to_char(?, ''" + format + "'')', e.valueDate)";
    }

    String hql() {
        return hql;
    }

    String asText() {
        return "cast(%s as String)".formatted(hql);
    }

    /**
     * Reads the parameter {@code by}.
     *
     * @throws Malformed 400 if it is no list of keys
     */
    static Set<TotalsKey> parse(String by) {
        Set<TotalsKey> keys = EnumSet.noneOf(TotalsKey.class);
        for (String name : by.split(",", -1)) {
            if (!keys.add(key(name))) {
                throw malformed();
            }
        }
        if (keys.stream().filter(PERIODS::contains).count() > 1) {
            throw malformed();
        }
        return keys;
    }

    private static TotalsKey key(String name) {
        for (TotalsKey key : values()) {
            if (key.parameter().equals(name)) {
                return key;
            }
        }
        throw malformed();
    }

    private static Malformed malformed() {
        return new Malformed(Fault.in(
                "by",
                "unknown-key",
                "by takes party, aspect, track, instrument, initiative, and one of year, quarter and month, each once,"
                        + " with commas."));
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
