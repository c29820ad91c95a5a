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
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/**
 * What came of a link, read level by level: one query for each, however many links there are. The links above must be such
 * that the caller may know of.
 */
final class Downstream {
    /** Links of one kind in one answer. */
    static final int MOST = 500;

    private final ReadCopy copies;
    private final Upstream upstream;
    private final Initiatives initiatives;
    private final Contributions contributions;
    private boolean truncated;

    Downstream(ReadCopy copies, Upstream upstream, Initiatives initiatives, Contributions contributions) {
        this.copies = copies;
        this.upstream = upstream;
        this.initiatives = initiatives;
        this.contributions = contributions;
    }

    boolean isTruncated() {
        return truncated;
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

    List<TraceNode> ofInitiative(UUID initiative) {
        return contributionsTo(List.of(initiative)).getOrDefault(initiative, List.of());
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
        List<Initiative> found = bounded(initiatives.cameOf(ids, MOST + 1));
        Map<UUID, List<TraceNode>> below =
                contributionsTo(found.stream().map(Initiative::id).toList());
        return found.stream()
                .collect(Collectors.groupingBy(
                        initiative -> initiative.originDecision().toString(),
                        Collectors.mapping(
                                initiative ->
                                        TraceNode.of(link(initiative), below.getOrDefault(initiative.id(), List.of())),
                                Collectors.toList())));
    }

    private Map<UUID, List<TraceNode>> contributionsTo(List<UUID> initiativeIds) {
        return initiativeIds.isEmpty()
                ? Map.of()
                : bounded(contributions.to(initiativeIds, MOST + 1)).stream()
                        .collect(Collectors.groupingBy(
                                Contribution::initiativeId,
                                Collectors.mapping(
                                        contribution -> TraceNode.of(link(contribution), List.of()),
                                        Collectors.toList())));
    }

    private List<Copy> read(String meeting, TraceType type) {
        return bounded(copies.belongingTo(meeting, type.noun(), MOST + 1));
    }

    private <T> List<T> bounded(List<T> links) {
        truncated |= links.size() > MOST;
        return links.size() > MOST ? links.subList(0, MOST) : links;
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
