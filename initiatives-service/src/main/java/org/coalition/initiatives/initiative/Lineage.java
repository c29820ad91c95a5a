package org.coalition.initiatives.initiative;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Turns;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;

/**
 * Parents and dependencies go in no circle, and a tree is no larger than what can be looked at as a whole. Edits that tie
 * take turns: two of them that would close a circle together meet here one after the other.
 */
@Singleton
class Lineage {
    static final int LEVELS = 5;
    static final int MEMBERS = 500;
    private static final String TURN = "initiative-links";

    private final Initiatives initiatives;
    private final Turns turns;
    private final Caller caller;

    Lineage(Initiatives initiatives, Turns turns, Caller caller) {
        this.initiatives = initiatives;
        this.turns = turns;
        this.caller = caller;
    }

    /** What a new initiative names. */
    Links links(InitiativeDetails details) {
        return links(details, Links.NONE, null);
    }

    /** What an edit names. What stays is not asked for again, and what the caller may not know of stays: it may be both. */
    Links links(InitiativeDetails details, Initiative edited) {
        return links(details, edited.links(), edited.id());
    }

    private Links links(InitiativeDetails details, Links now, UUID self) {
        boolean moves = !Objects.equals(details.parentId(), now.parentId());
        Initiative parent = !moves ? now.parent() : details.parentId() == null ? null : parent(details.parentId());
        Map<UUID, Initiative> known = new HashMap<>();
        now.dependsOn().forEach(initiative -> known.put(initiative.id(), initiative));
        List<UUID> added = details.dependsOn().stream()
                .filter(id -> !known.containsKey(id))
                .distinct()
                .toList();
        initiatives.visible(added).forEach(initiative -> known.put(initiative.id(), initiative));
        requireKnown(details.dependsOn(), known.keySet());
        if (moves && parent != null || !added.isEmpty()) {
            turns.await(List.of(TURN));
        }
        if (moves && parent != null) {
            requireRoom(parent.id(), self);
        }
        if (self != null && !added.isEmpty()) {
            requireNoCircle(details.dependsOn(), added, self);
        }
        Stream<UUID> withheld = now.dependsOn().stream()
                .filter(initiative -> !initiatives.mayKnow(initiative))
                .map(Initiative::id);
        return new Links(
                parent,
                Stream.concat(details.dependsOn().stream(), withheld)
                        .distinct()
                        .map(known::get)
                        .toList());
    }

    private Initiative parent(UUID id) {
        Initiative parent = initiatives.visibleOrNull(id);
        if (parent == null) {
            throw unknown("/parentId", id);
        }
        if (!parent.isLedBy(caller.party())) {
            throw new NotAllowed(
                    "Only a party that leads both puts an initiative under another one; %s does not lead %s."
                            .formatted(caller.party(), id));
        }
        if (parent.status().isFinal()) {
            throw new RuleViolated(
                    "/parentId",
                    "is-over",
                    "That initiative is %s; nothing is put under it.".formatted(parent.status()));
        }
        return parent;
    }

    private static void requireKnown(List<UUID> named, Set<UUID> known) {
        List<Fault> unknown = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                unknown.add(Fault.at("/dependsOn/" + i, "unknown-initiative", detail(named.get(i))));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RuleViolated(unknown);
        }
    }

    private void requireRoom(UUID parent, UUID self) {
        List<UUID> above = above(parent);
        if (above.contains(self)) {
            throw new RuleViolated("/parentId", "circle", "That initiative is a part of this one, or is this one.");
        }
        List<Set<UUID>> moved = self == null ? List.of() : below(self);
        if (above.size() + Math.max(1, moved.size()) > LEVELS) {
            throw new RuleViolated(
                    "/parentId", "too-deep", "A tree of initiatives has at most %d levels.".formatted(LEVELS));
        }
        if (size(below(above.get(above.size() - 1))) + Math.max(1, size(moved)) > MEMBERS) {
            throw new RuleViolated(
                    "/parentId", "too-large", "A tree of initiatives has at most %d members.".formatted(MEMBERS));
        }
    }

    /** From this one up to the top. */
    private List<UUID> above(UUID id) {
        List<UUID> above = new ArrayList<>();
        for (UUID next = id; next != null && !above.contains(next); next = initiatives.parentOf(next)) {
            above.add(next);
        }
        return above;
    }

    /** From this one down, by levels. */
    private List<Set<UUID>> below(UUID id) {
        List<Set<UUID>> levels = new ArrayList<>();
        for (Set<UUID> level = Set.of(id); !level.isEmpty(); level = Set.copyOf(initiatives.idsBelow(level))) {
            levels.add(level);
        }
        return levels;
    }

    private static int size(List<Set<UUID>> levels) {
        return levels.stream().mapToInt(Set::size).sum();
    }

    private void requireNoCircle(List<UUID> named, List<UUID> added, UUID self) {
        for (UUID dependency : added) {
            Reach behind = Reach.from(List.of(dependency), initiatives::dependenciesOf);
            String pointer = "/dependsOn/" + named.indexOf(dependency);
            if (behind.nodes().contains(self)) {
                throw new RuleViolated(
                        pointer, "circle", "%s waits for this one, or is this one.".formatted(dependency));
            }
            if (behind.cut()) {
                throw new RuleViolated(pointer, "too-long", "Too much stands behind %s.".formatted(dependency));
            }
        }
    }

    private static RuleViolated unknown(String pointer, UUID id) {
        return new RuleViolated(pointer, "unknown-initiative", detail(id));
    }

    private static String detail(UUID id) {
        return "There is no initiative %s, or you may not see it; see /v1/initiatives.".formatted(id);
    }
}
