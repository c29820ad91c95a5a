package org.coalition.initiatives.progress;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.indicator.Indicators;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.InitiativeStatus;
import org.coalition.initiatives.initiative.Initiatives;
import org.coalition.initiatives.milestone.Milestones;

/**
 * Rolls the progress of a tree of initiatives up. The tree is read level by level, the figures of all its members by one
 * statement for milestones and one for indicators.
 */
@Singleton
class ProgressReport {
    private static final String COUNTS =
            "The mean of up to three inputs, each from 0 to 1. milestones: MET counts 1, PARTIALLY_MET one half, any other"
                    + " 0. indicators: the mean of their achievements, 0 without data. parts: their progress by their shares,"
                    + " which are their weights in proportion; without weights all count alike, and beside weighted parts one"
                    + " without a weight counts nothing. A part with nothing to reckon from counts 0. Left out: parts that are"
                    + " CANCELLED, and those withheld from you, whose number is told.";
    private static final String MILESTONES =
            "e.initiativeId, count(*), sum(case when e.status = MET then 1 else 0 end),"
                    + " sum(case when e.status = PARTIALLY_MET then 1 else 0 end),"
                    + " sum(case when e.status = NOT_MET then 1 else 0 end)";
    private static final String INDICATORS =
            "e.initiativeId, count(*), count(e.achievement), coalesce(sum(e.achievement), 0)";

    private final Initiatives initiatives;
    private final Milestones milestones;
    private final Indicators indicators;
    private final Clock clock;

    ProgressReport(Initiatives initiatives, Milestones milestones, Indicators indicators, Clock clock) {
        this.initiatives = initiatives;
        this.milestones = milestones;
        this.indicators = indicators;
        this.clock = clock;
    }

    ProgressView of(UUID id) {
        Initiative top = initiatives.requireVisible(id);
        Tree tree = tree(top);
        return new ProgressView(clock.instant(), COUNTS, tree.top(top));
    }

    private Tree tree(Initiative top) {
        Map<UUID, List<Initiative>> children = new HashMap<>();
        Map<UUID, Integer> withheld = new HashMap<>();
        List<UUID> members = new ArrayList<>(List.of(top.id()));
        for (List<UUID> level = List.of(top.id()); !level.isEmpty(); ) {
            List<UUID> next = new ArrayList<>();
            for (Initiative child : initiatives.childrenOf(level)) {
                if (initiatives.mayKnow(child)) {
                    children.computeIfAbsent(child.parentId(), parent -> new ArrayList<>())
                            .add(child);
                    next.add(child.id());
                } else if (child.status() != InitiativeStatus.CANCELLED) {
                    withheld.merge(child.parentId(), 1, Integer::sum);
                }
            }
            next.removeAll(members);
            members.addAll(next);
            level = next;
        }
        return new Tree(children, withheld, milestonesOf(members), indicatorsOf(members));
    }

    private Map<UUID, MilestoneFigures> milestonesOf(Collection<UUID> ids) {
        Listing counted = Listing.from("Milestone e").and("e.initiativeId in :ids", "ids", ids);
        return milestones.figures(MILESTONES, "e.initiativeId", counted, MilestoneFigures.class).stream()
                .collect(Collectors.toMap(MilestoneFigures::initiativeId, Function.identity()));
    }

    private Map<UUID, IndicatorFigures> indicatorsOf(Collection<UUID> ids) {
        Listing counted = Listing.from("Indicator e").and("e.initiativeId in :ids", "ids", ids);
        return indicators.figures(INDICATORS, "e.initiativeId", counted, IndicatorFigures.class).stream()
                .collect(Collectors.toMap(IndicatorFigures::initiativeId, Function.identity()));
    }

    /** The members of a tree that the caller may know of, with the figures of each. */
    private record Tree(
            Map<UUID, List<Initiative>> children,
            Map<UUID, Integer> withheld,
            Map<UUID, MilestoneFigures> milestones,
            Map<UUID, IndicatorFigures> indicators) {

        /** What it counts in what it is a part of is not told here: the caller may not know of that. */
        ProgressNode top(Initiative initiative) {
            return node(initiative, null, null, null);
        }

        private ProgressNode node(Initiative initiative, BigDecimal weight, BigDecimal share, String leftOut) {
            Part part = part(initiative);
            return new ProgressNode(
                    initiative.id(),
                    initiative.title(),
                    initiative.status(),
                    Part.rounded(part.value()),
                    part.inputs(),
                    part.milestones(),
                    part.indicators(),
                    weight,
                    Part.rounded(share),
                    leftOut,
                    withheld.getOrDefault(initiative.id(), 0),
                    parts(initiative, part.shares()));
        }

        private List<ProgressNode> parts(Initiative initiative, List<BigDecimal> shares) {
            List<ProgressNode> nodes = new ArrayList<>();
            int counted = 0;
            for (Initiative child : children.getOrDefault(initiative.id(), List.of())) {
                nodes.add(
                        counts(child)
                                ? node(child, child.weight(), shares.get(counted++), null)
                                : node(
                                        child,
                                        child.weight(),
                                        null,
                                        child.status().name()));
            }
            return nodes;
        }

        private Part part(Initiative initiative) {
            return new Part(
                    milestones.get(initiative.id()),
                    indicators.get(initiative.id()),
                    children.getOrDefault(initiative.id(), List.of()).stream()
                            .filter(Tree::counts)
                            .map(child -> new Part.Weighted(child.weight(), part(child)))
                            .toList());
        }

        private static boolean counts(Initiative initiative) {
            return initiative.status() != InitiativeStatus.CANCELLED;
        }
    }
}
