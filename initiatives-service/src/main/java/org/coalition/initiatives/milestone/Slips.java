package org.coalition.initiatives.milestone;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.initiative.Reach;
import org.coalition.initiatives.milestone.Milestones.Edge;
import org.coalition.initiatives.milestone.Projection.Dated;
import org.coalition.initiatives.milestone.SlipView.Expected;

/** What a slip of one milestone does to others. The graph is read level by level, and no further than it can be shown. */
@Singleton
class Slips {
    static final int MOST_EDGES = 50_000;
    private static final int MOST = 500;
    private static final String DATED = "e.id, e.initiativeId, e.title, e.status, e.dueOn, e.firstDueOn, e.metOn";
    private static final String COUNTS =
            "projectedOn: for a met milestone the day on which it was met; for any other the latest of its due date, today, and"
                    + " the projected day of each milestone that it waits for plus the days that were planned between the two at"
                    + " first. Only milestones that you may know of are reckoned with.";

    private final Milestones milestones;
    private final Clock clock;

    Slips(Milestones milestones, Clock clock) {
        this.milestones = milestones;
        this.clock = clock;
    }

    /**
     * Looks from a milestone to those behind it.
     *
     * @param supposed the due date to suppose of it; null for the one that it has
     */
    SlipView of(UUID id, LocalDate supposed) {
        milestones.requireVisible(id);
        LocalDate today = DueDate.today(clock.instant());
        Reach behind = Reach.from(List.of(id), milestones::knownDependantsOf);
        Reach reckoned = Reach.from(behind.nodes(), milestones::knownDependenciesOf);
        Map<UUID, Dated> dated = dated(reckoned.nodes());
        Map<UUID, Dated> reckonedWith = new HashMap<>(dated);
        reckonedWith.computeIfPresent(id, (self, milestone) -> milestone.due(supposed));
        Projection projection = new Projection(reckonedWith, dependencies(reckoned.nodes()), today);
        List<Expected> dependants = behind.nodes().stream()
                .filter(other -> !other.equals(id))
                .map(dated::get)
                .filter(milestone -> milestone != null && milestone.status() != MilestoneStatus.MET)
                .map(milestone -> Expected.of(milestone, projection.of(milestone.id())))
                .sorted(Comparator.comparing(Expected::projectedOn).thenComparing(Expected::milestoneId))
                .toList();
        return new SlipView(
                today,
                COUNTS,
                Expected.of(dated.get(id), projection.of(id)),
                dependants.subList(0, Math.min(dependants.size(), MOST)),
                behind.cut() || reckoned.cut() || dependants.size() > MOST);
    }

    private Map<UUID, Dated> dated(Collection<UUID> ids) {
        return milestones
                .rows(DATED, Listing.from("Milestone e").and("e.id in :ids", "ids", ids), Dated.class, ids.size())
                .stream()
                .collect(Collectors.toMap(Dated::id, Function.identity()));
    }

    private Map<UUID, List<UUID>> dependencies(Collection<UUID> ids) {
        return milestones.edgesAmong(ids).stream()
                .collect(Collectors.groupingBy(
                        Edge::milestone, Collectors.mapping(Edge::dependsOn, Collectors.toList())));
    }
}
