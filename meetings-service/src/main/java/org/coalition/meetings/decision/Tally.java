package org.coalition.meetings.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many parties have said what.
 *
 * @param entitled how many may take a position
 * @param counted how many have taken which; each stance has its entry
 */
record Tally(int entitled, Map<Stance, Integer> counted) {
    Tally {
        counted = Collections.unmodifiableMap(new EnumMap<>(counted));
    }

    static Tally of(int entitled, Collection<Stance> taken) {
        Map<Stance, Integer> counted = new EnumMap<>(Stance.class);
        for (Stance stance : Stance.values()) {
            counted.put(stance, 0);
        }
        taken.forEach(stance -> counted.merge(stance, 1, Integer::sum));
        return new Tally(entitled, counted);
    }

    int count(Stance stance) {
        return counted.get(stance);
    }

    /** How many have taken no position. */
    int silent() {
        return entitled - counted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
