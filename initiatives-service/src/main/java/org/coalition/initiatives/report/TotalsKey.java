package org.coalition.initiatives.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** What totals can be broken down by. */
enum TotalsKey {
    PARTY(basis -> basis.line("party")),
    ASPECT(basis -> basis.aspect("aspect")),
    TRACK(basis -> basis.line("track")),
    INSTRUMENT(basis -> basis.line("instrument")),
    INITIATIVE(basis -> basis.initiative("id")),
    YEAR(period("YYYY")),
    QUARTER(period("YYYY-\"Q\"Q")),
    MONTH(period("YYYY-MM"));

    /** At most one of them at a time. */
    static final Set<TotalsKey> PERIODS = EnumSet.of(YEAR, QUARTER, MONTH);

    /** Of a column itself the database knows how many values it has, and so how to group by it. */
    private final Function<Basis, String> hql;

    TotalsKey(Function<Basis, String> hql) {
        this.hql = hql;
    }

    private static Function<Basis, String> period(String format) {
        return basis -> "sql('to_char(?, ''" + format + "'')', " + basis.entry("valueDate") + ")";
    }

    String hql(Basis basis) {
        return hql.apply(basis);
    }

    String asText(Basis basis) {
        return "cast(%s as String)".formatted(hql(basis));
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
