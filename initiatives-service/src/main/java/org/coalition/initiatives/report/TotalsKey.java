package org.coalition.initiatives.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** What totals can be broken down by, each with its expression over a contribution {@code c} and its initiative's aspect {@code a}. */
enum TotalsKey {
    PARTY("c.party"),
    ASPECT("cast(a.aspect as String)"),
    TRACK("cast(c.track as String)");

    private final String hql;

    TotalsKey(String hql) {
        this.hql = hql;
    }

    String hql() {
        return hql;
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
        return new Malformed(
                Fault.in("by", "unknown-key", "by takes party, aspect and track, each once, with commas."));
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
