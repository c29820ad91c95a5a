package org.coalition.initiatives.timeliness;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** What timeliness can be broken down by, each with its expression over a delivery {@code e} and its line {@code c}. */
enum TimelinessKey {
    PARTY("e.party"),
    RECIPIENT("e.recipient"),
    TRACK("cast(c.track as String)"),
    INITIATIVE("cast(e.initiativeId as String)");

    private final String hql;

    TimelinessKey(String hql) {
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
    static Set<TimelinessKey> parse(String by) {
        Set<TimelinessKey> keys = EnumSet.noneOf(TimelinessKey.class);
        for (String name : by.split(",", -1)) {
            if (!keys.add(key(name))) {
                throw malformed();
            }
        }
        return keys;
    }

    private static TimelinessKey key(String name) {
        for (TimelinessKey key : values()) {
            if (key.parameter().equals(name)) {
                return key;
            }
        }
        throw malformed();
    }

    private static Malformed malformed() {
        return new Malformed(Fault.in(
                "by", "unknown-key", "by takes party, recipient, track and initiative, each once, with commas."));
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
