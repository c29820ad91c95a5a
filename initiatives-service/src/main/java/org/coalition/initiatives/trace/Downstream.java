package org.coalition.initiatives.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.inbox.Copy;
import org.coalition.defaults.inbox.ReadCopy;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/**
 * What came of a link, read level by level: one query for each, however many links there are. The links above must be such
 * that the caller may know of.
 */
final class Downstream {
    private final ReadCopy copies;
    private final Upstream upstream;
    private final Initiatives initiatives;
    private final Given given;
    private final Bound bound;

    Downstream(ReadCopy copies, Upstream upstream, Initiatives initiatives, Given given, Bound bound) {
        this.copies = copies;
        this.upstream = upstream;
        this.initiatives = initiatives;
        this.given = given;
        this.bound = bound;
    }

    boolean isTruncated() {
        return bound.isReached();
    }

    List<TraceNode> ofMeeting(Copy meeting) {
        return items("", itemsOf(meeting), outcomes(Upstream.id(meeting)));
    }

    List<TraceNode> ofAgendaItem(Copy item) {
        Copy meeting = upstream.meetingOf(item);
        return below(Upstream.id(item), itemsOf(meeting), outcomes(Upstream.id(meeting)));
    }

    /** The items of a meeting of which the caller may know, by the item above them; in their order. */
    private Map<String, List<Copy>> itemsOf(Copy meeting) {
        return read(Upstream.id(meeting), TraceType.AGENDA_ITEM).stream()
                .filter(item -> upstream.isKnown(item, meeting))
                .sorted(Comparator.comparingInt(
                        item -> item.data().path("position").asInt()))
                .collect(Collectors.groupingBy(item -> Upstream.text(item, "parentId")));
    }

    private List<TraceNode> items(String parent, Map<String, List<Copy>> items, Map<String, List<TraceNode>> outcomes) {
        return items.getOrDefault(parent, List.of()).stream()
                .map(item -> node(TraceType.AGENDA_ITEM, item, below(Upstream.id(item), items, outcomes)))
                .toList();
    }

    /** What was recorded under an item, and its sub-items. */
    private List<TraceNode> below(String item, Map<String, List<Copy>> items, Map<String, List<TraceNode>> outcomes) {
        return Stream.concat(outcomes.getOrDefault(item, List.of()).stream(), items(item, items, outcomes).stream())
                .toList();
    }

    List<TraceNode> ofDecision(Copy decision) {
        return initiativesOf(List.of(decision)).getOrDefault(Upstream.id(decision), List.of());
    }

    List<TraceNode> ofContribution(UUID contribution) {
        return given.under(List.of(contribution)).getOrDefault(contribution, List.of());
    }

    List<TraceNode> ofInitiative(UUID initiative) {
        return given.to(List.of(initiative)).getOrDefault(initiative, List.of());
    }

    /** The decisions and recommendations of a meeting, by their agenda items. */
    private Map<String, List<TraceNode>> outcomes(String meeting) {
        List<Copy> decisions = read(meeting, TraceType.DECISION);
        Map<String, List<TraceNode>> initiativesOf = initiativesOf(decisions);
        Map<String, List<TraceNode>> outcomes = new LinkedHashMap<>();
        decisions.forEach(decision -> add(
                outcomes,
                decision,
                node(TraceType.DECISION, decision, initiativesOf.getOrDefault(Upstream.id(decision), List.of()))));
        read(meeting, TraceType.RECOMMENDATION)
                .forEach(recommendation ->
                        add(outcomes, recommendation, node(TraceType.RECOMMENDATION, recommendation, List.of())));
        return outcomes;
    }

    private Map<String, List<TraceNode>> initiativesOf(List<Copy> decisions) {
        List<UUID> ids = decisions.stream()
                .map(Upstream::id)
                .map(Downstream::uuid)
                .filter(Objects::nonNull)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Initiative> found = bound.cut(initiatives.cameOf(ids, Bound.MOST + 1));
        Map<UUID, List<TraceNode>> below =
                given.to(found.stream().map(Initiative::id).toList());
        return found.stream()
                .collect(Collectors.groupingBy(
                        initiative -> initiative.originDecision().toString(),
                        Collectors.mapping(
                                initiative -> TraceNode.of(
                                        Given.link(initiative), below.getOrDefault(initiative.id(), List.of())),
                                Collectors.toList())));
    }

    private List<Copy> read(String meeting, TraceType type) {
        return bound.cut(copies.belongingTo(meeting, type.noun(), Bound.MOST + 1));
    }

    private TraceNode node(TraceType type, Copy copy, List<TraceNode> follows) {
        return TraceNode.of(upstream.link(type, copy), follows);
    }

    private static void add(Map<String, List<TraceNode>> outcomes, Copy outcome, TraceNode node) {
        outcomes.computeIfAbsent(Upstream.text(outcome, "agendaItemId"), item -> new ArrayList<>())
                .add(node);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
