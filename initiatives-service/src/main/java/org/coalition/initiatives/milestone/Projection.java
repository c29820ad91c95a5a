package org.coalition.initiatives.milestone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When milestones can be reached. What is still to be reached comes today at the earliest, and keeps from each milestone that it
 * waits for the distance that was planned between the two at first: that is the only thing known of the work in between.
 */
final class Projection {
    private final Map<UUID, Dated> milestones;
    private final Map<UUID, List<UUID>> dependsOn;
    private final LocalDate today;
    private final Map<UUID, LocalDate> projected = new HashMap<>();

    /**
     * A look at milestones on one day.
     *
     * @param dependsOn by milestone, free of circles; what is not among the milestones is passed over
     */
    Projection(Map<UUID, Dated> milestones, Map<UUID, List<UUID>> dependsOn, LocalDate today) {
        this.milestones = milestones;
        this.dependsOn = dependsOn;
        this.today = today;
    }

    /** The day of a milestone: that on which it was met, or the earliest on which it can be. */
    LocalDate of(UUID id) {
        LocalDate known = projected.get(id);
        if (known == null) {
            known = compute(milestones.get(id));
            projected.put(id, known);
        }
        return known;
    }

    private LocalDate compute(Dated milestone) {
        if (milestone.status() == MilestoneStatus.MET) {
            return milestone.metOn();
        }
        LocalDate latest = later(milestone.dueOn(), today);
        for (UUID dependency : dependsOn.getOrDefault(milestone.id(), List.of())) {
            Dated before = milestones.get(dependency);
            if (before != null) {
                long distance = Math.max(0, ChronoUnit.DAYS.between(before.firstDueOn(), milestone.firstDueOn()));
                latest = later(latest, of(dependency).plusDays(distance));
            }
        }
        return latest;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What counts of a milestone. */
    public record Dated(
            UUID id,
            UUID initiativeId,
            String title,
            MilestoneStatus status,
            LocalDate dueOn,
            LocalDate firstDueOn,
            LocalDate metOn) {
        Dated due(LocalDate supposed) {
            return supposed == null ? this : new Dated(id, initiativeId, title, status, supposed, firstDueOn, metOn);
        }
    }
}
