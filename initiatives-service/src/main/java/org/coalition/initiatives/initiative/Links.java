package org.coalition.initiatives.initiative;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The initiatives that another one is tied to.
 *
 * @param parent what it is a part of; null for the top of a tree
 * @param dependsOn what it waits for
 */
record Links(Initiative parent, List<Initiative> dependsOn) {
    static final Links NONE = new Links(null, List.of());

    UUID parentId() {
        return id(parent);
    }

    static UUID id(Initiative initiative) {
        return initiative == null ? null : initiative.id();
    }

    static SortedSet<UUID> ids(Collection<Initiative> initiatives) {
        return initiatives.stream().map(Initiative::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
