package org.coalition.initiatives.enduse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** What compliance can be broken down by, each with its expression over an article {@code e}. */
enum ComplianceKey {
    RECIPIENT("e.recipient"),
    HOLDER("e.holder"),
    PARTY("e.party"),
    INITIATIVE("cast(e.initiativeId as String)");

    private final String hql;

    ComplianceKey(String hql) {
        this.hql = hql;
    }

    /**
     * Reads the parameter {@code by}.
     *
     * @throws Malformed 400 if it is no list of keys
     */
    static Set<ComplianceKey> parse(String by) {
        Set<ComplianceKey> keys = EnumSet.noneOf(ComplianceKey.class);
        for (String name : by.split(",", -1)) {
            if (!keys.add(key(name))) {
                throw malformed();
            }
        }
        return keys;
    }

    private static ComplianceKey key(String name) {
        return Arrays.stream(values())
                .filter(key -> key.parameter().equals(name))
                .findFirst()
                .orElseThrow(ComplianceKey::malformed);
    }

    private static Malformed malformed() {
        return new Malformed(Fault.in(
                "by", "unknown-key", "by takes recipient, holder, party and initiative, each once, with commas."));
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A column for each key, in their order; empty for those that were not asked for. */
    static String select(Set<ComplianceKey> keys) {
        return Arrays.stream(values())
                .map(key -> keys.contains(key) ? key.hql : "cast(null as String)")
                .collect(Collectors.joining(", "));
    }

    static String groupBy(Set<ComplianceKey> keys) {
        return keys.stream().map(key -> key.hql).collect(Collectors.joining(", "));
    }
}
