package org.coalition.initiatives.mandate;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.inbox.Copy;
import org.coalition.defaults.inbox.ReadCopy;
import org.coalition.defaults.problem.RuleViolated;

/** The decisions that initiatives can rest on, as far as they have been announced here. */
@Singleton
public class Mandates {
    private static final String PATH = "/v1/decisions/";

    private final ReadCopy copies;
    private final Caller caller;

    Mandates(ReadCopy copies, Caller caller) {
        this.copies = copies;
        this.caller = caller;
    }

    /** The mandate with this id; null for null, and if it, its meeting or its agenda item is not known here. */
    public Mandate find(UUID decision) {
        return decision == null ? null : find(List.of(decision)).get(decision);
    }

    /** Those of these that are known here, read at once; nulls are passed over. */
    public Map<UUID, Mandate> find(Collection<UUID> decisions) {
        Map<String, Copy> known = copies.find(decisions.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(Mandates::path)
                .toList());
        Map<String, Copy> above = copies.find(known.values().stream()
                .flatMap(copy -> Stream.of(meeting(copy), item(copy)))
                .distinct()
                .toList());
        Map<String, Instant> superseded = superseded(known.values());
        Map<UUID, Mandate> mandates = new HashMap<>();
        for (UUID decision : decisions) {
            Copy copy = decision == null ? null : known.get(path(decision));
            Copy meeting = copy == null ? null : above.get(meeting(copy));
            Copy item = copy == null ? null : above.get(item(copy));
            if (meeting != null && item != null) {
                mandates.put(
                        decision,
                        new Mandate(
                                decision,
                                copy.sequence(),
                                DecisionState.of(copy.data()),
                                superseded.get(decision.toString()),
                                Circle.of(meeting.data()).around(item.data())));
            }
        }
        return mandates;
    }

    /** From when on another decision has taken the place of each, whoever may know of that one. */
    private Map<String, Instant> superseded(Collection<Copy> decisions) {
        List<String> ids = decisions.stream()
                .map(copy -> copy.subject().substring(PATH.length()))
                .toList();
        return copies.naming("decision", "supersedes", ids).stream()
                .map(Copy::data)
                .filter(successor -> DecisionState.of(successor).adoptedFrom() != null)
                .collect(Collectors.toMap(
                        successor -> successor.path("supersedes").asText(),
                        successor -> DecisionState.of(successor).adoptedFrom(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** The mandate with this id if the caller may know of it; null otherwise. */
    public Mandate visible(UUID decision) {
        Mandate mandate = find(decision);
        return mandate != null && mandate.isKnownTo(caller) ? mandate : null;
    }

    /**
     * Checks a reference to a decision.
     *
     * @param pointer where it stands in the body
     * @throws RuleViolated 422 if there is none, or the caller may not know of it; the two cannot be told apart
     */
    public void requireKnown(UUID decision, String pointer) {
        if (visible(decision) == null) {
            throw new RuleViolated(
                    pointer,
                    "unknown-decision",
                    "There is no decision %s, or you may not see it; see /v1/decisions.".formatted(decision));
        }
    }

    private static String path(UUID decision) {
        return PATH + decision;
    }

    private static String item(Copy decision) {
        return "/v1/agenda-items/" + decision.data().path("agendaItemId").asText();
    }

    private static String meeting(Copy decision) {
        return "/v1/meetings/" + decision.data().path("meetingId").asText();
    }
}
