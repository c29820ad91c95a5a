package org.coalition.initiatives.enduse;

import static org.coalition.initiatives.enduse.EndUseCheckStatus.REJECTED;
import static org.coalition.initiatives.enduse.EndUseCheckStatus.REPORTED;
import static org.coalition.initiatives.enduse.EndUseCheckStatus.VERIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndUseCheckStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<EndUseCheckStatus>> ARROWS =
            Set.of(List.of(REPORTED, VERIFIED), List.of(REPORTED, REJECTED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (EndUseCheckStatus from : EndUseCheckStatus.values()) {
            for (EndUseCheckStatus to : EndUseCheckStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
