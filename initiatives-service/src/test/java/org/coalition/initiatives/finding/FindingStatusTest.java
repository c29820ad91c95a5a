package org.coalition.initiatives.finding;

import static org.coalition.initiatives.finding.FindingStatus.CLOSED;
import static org.coalition.initiatives.finding.FindingStatus.OPEN_RESOLVED;
import static org.coalition.initiatives.finding.FindingStatus.OPEN_UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<FindingStatus>> ARROWS = Set.of(
            List.of(OPEN_UNRESOLVED, OPEN_RESOLVED),
            List.of(OPEN_RESOLVED, CLOSED),
            List.of(OPEN_RESOLVED, OPEN_UNRESOLVED),
            List.of(CLOSED, OPEN_UNRESOLVED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (FindingStatus from : FindingStatus.values()) {
            for (FindingStatus to : FindingStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
