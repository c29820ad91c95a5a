package org.coalition.meetings.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What later decisions have made of an adopted one, by the clock. That it is no longer in force is told to all who may know
 * of it; by which decision, only if all of them may know of that one too.
 *
 * @param supersededBy null if it stands, or if its successor is not for all who may know of it
 */
record Succession(boolean superseded, UUID supersededBy, List<UUID> amendedBy) {
    static Succession of(List<Successor> found, Instant now) {
        List<Successor> adopted = found == null
                ? List.of()
                : found.stream().filter(one -> !one.since().isAfter(now)).toList();
        List<Successor> known = adopted.stream().filter(Successor::known).toList();
        return new Succession(
                adopted.stream().anyMatch(Successor::supersedes),
                known.stream()
                        .filter(Successor::supersedes)
                        .map(Successor::id)
                        .findFirst()
                        .orElse(null),
                known.stream()
                        .filter(one -> !one.supersedes())
                        .map(Successor::id)
                        .toList());
    }
}
