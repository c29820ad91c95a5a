package org.coalition.initiatives.initiative;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What can be reached from some nodes of a graph, these included. It is walked level by level: one query for each, however
 * many nodes it has.
 *
 * @param cut whether it goes on beyond what was walked
 */
public record Reach(Set<UUID> nodes, boolean cut) {
    private static final int LEVELS = 50;
    private static final int NODES = 2_000;

    /**
     * Walks as far as bounded work allows.
     *
     * @param next what is one step behind these nodes
     */
    public static Reach from(Collection<UUID> start, Function<Collection<UUID>, List<UUID>> next) {
        Set<UUID> nodes = new LinkedHashSet<>(start);
        Set<UUID> level = new LinkedHashSet<>(start);
        for (int walked = 0; !level.isEmpty(); walked++) {
            if (walked == LEVELS || nodes.size() > NODES) {
                return new Reach(nodes, true);
            }
            level = new LinkedHashSet<>(next.apply(level));
            level.removeAll(nodes);
            nodes.addAll(level);
        }
        return new Reach(nodes, false);
    }
}
