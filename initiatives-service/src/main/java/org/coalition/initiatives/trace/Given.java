package org.coalition.initiatives.trace;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.delivery.Delivery;
import org.coalition.initiatives.finding.Finding;
import org.coalition.initiatives.finding.Findings;
import org.coalition.initiatives.indicator.Indicator;
import org.coalition.initiatives.indicator.Indicators;
import org.coalition.initiatives.initiative.Initiative;

/** What initiatives are given, what of it arrived, what they achieve and what overseers found: one query for each kind. */
record Given(
        Contributions contributions, Deliveries deliveries, Indicators indicators, Findings findings, Bound bound) {

    /** What came of these initiatives, of which the caller may know. */
    Map<UUID, List<TraceNode>> to(List<UUID> initiatives) {
        if (initiatives.isEmpty()) {
            return Map.of();
        }
        List<Contribution> lines = bound.cut(contributions.to(initiatives, Bound.MOST + 1));
        Map<UUID, List<TraceNode>> cameOfLines =
                under(lines.stream().map(Contribution::id).toList());
        Map<UUID, List<TraceNode>> given = grouped(
                lines,
                Contribution::initiativeId,
                line -> TraceNode.of(link(line), cameOfLines.getOrDefault(line.id(), List.of())));
        Map<UUID, List<TraceNode>> achieved = grouped(
                bound.cut(indicators.of(initiatives, Bound.MOST + 1)),
                Indicator::initiativeId,
                indicator -> TraceNode.of(link(indicator), List.of()));
        return joined(initiatives, List.of(given, achieved, found(initiatives)));
    }

    /** What came of these contributions, of which the caller may know. */
    Map<UUID, List<TraceNode>> under(List<UUID> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<TraceNode>> arrived = grouped(
                bound.cut(deliveries.under(lines, Bound.MOST + 1)),
                Delivery::contributionId,
                delivery -> TraceNode.of(link(delivery), List.of()));
        return joined(lines, List.of(arrived, found(lines)));
    }

    /** What was found on these initiatives as a whole, or on these contributions. */
    private Map<UUID, List<TraceNode>> found(List<UUID> subjects) {
        return grouped(
                bound.cut(findings.on(subjects, Bound.MOST + 1)),
                finding -> finding.contributionId() == null ? finding.initiativeId() : finding.contributionId(),
                finding -> TraceNode.of(link(finding), List.of()));
    }

    static TraceLink link(Initiative initiative) {
        return TraceLink.of(
                TraceType.INITIATIVE,
                initiative.id().toString(),
                initiative.title(),
                initiative.status().name());
    }

    static TraceLink link(Contribution contribution) {
        return TraceLink.of(
                TraceType.CONTRIBUTION,
                contribution.id().toString(),
                contribution.party() + ": " + contribution.description(),
                null);
    }

    static TraceLink link(Delivery delivery) {
        return TraceLink.of(
                TraceType.DELIVERY,
                delivery.id().toString(),
                delivery.party() + " to " + delivery.recipient() + ": " + delivery.description(),
                delivery.stage().name());
    }

    static TraceLink link(Indicator indicator) {
        return TraceLink.of(TraceType.INDICATOR, indicator.id().toString(), indicator.title(), null);
    }

    static TraceLink link(Finding finding) {
        return TraceLink.of(
                TraceType.FINDING,
                finding.id().toString(),
                finding.title(),
                finding.status().name());
    }

    private static Map<UUID, List<TraceNode>> joined(List<UUID> above, List<Map<UUID, List<TraceNode>>> kinds) {
        return above.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> kinds.stream()
                .flatMap(kind -> kind.getOrDefault(id, List.of()).stream())
                .toList()));
    }

    private static <T> Map<UUID, List<TraceNode>> grouped(
            List<T> links, Function<T, UUID> above, Function<T, TraceNode> node) {
        return links.stream().collect(Collectors.groupingBy(above, Collectors.mapping(node, Collectors.toList())));
    }
}
