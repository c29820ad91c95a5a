package org.coalition.initiatives.milestone;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Turns;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Reach;

/**
 * Milestones wait for each other in no circle, within an initiative and across. Edits that add a dependency take turns: two
 * of them that would close a circle together meet here one after the other.
 */
@Singleton
class Prerequisites {
    private static final String TURN = "milestone-dependencies";

    private final Milestones milestones;
    private final Turns turns;

    Prerequisites(Milestones milestones, Turns turns) {
        this.milestones = milestones;
        this.turns = turns;
    }

    /** What a new milestone waits for. */
    Collection<Milestone> of(MilestoneDetails details) {
        return of(details, List.of(), null);
    }

    /** What an edit lets it wait for. What stays is not asked for again, and what the caller may not know of stays. */
    Collection<Milestone> of(MilestoneDetails details, Milestone edited) {
        return of(details, edited.dependsOn(), edited.id());
    }

    private Collection<Milestone> of(MilestoneDetails details, List<Milestone> now, UUID self) {
        List<UUID> named = details.dependsOn();
        Map<UUID, Milestone> known = new HashMap<>();
        now.forEach(milestone -> known.put(milestone.id(), milestone));
        List<UUID> added =
                named.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        milestones.visible(added).forEach(milestone -> known.put(milestone.id(), milestone));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!known.containsKey(named.get(i))) {
                faults.add(Fault.at(
                        "/dependsOn/" + i,
                        "unknown-milestone",
                        "There is no milestone %s, or you may not see it; see /v1/milestones."
                                .formatted(named.get(i))));
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
        if (self != null && !added.isEmpty()) {
            turns.await(List.of(TURN));
            added.forEach(dependency -> requireNoCircle(dependency, "/dependsOn/" + named.indexOf(dependency), self));
        }
        Stream<UUID> withheld =
                now.stream().filter(milestone -> !milestones.mayKnow(milestone)).map(Milestone::id);
        return Stream.concat(named.stream(), withheld)
                .distinct()
                .map(known::get)
                .toList();
    }

    private void requireNoCircle(UUID dependency, String pointer, UUID self) {
        Reach behind = Reach.from(List.of(dependency), milestones::dependenciesOf);
        if (behind.nodes().contains(self)) {
            throw new RuleViolated(pointer, "circle", "%s waits for this one, or is this one.".formatted(dependency));
        }
        if (behind.cut()) {
            throw new RuleViolated(pointer, "too-long", "Too much stands behind %s.".formatted(dependency));
        }
    }
}
