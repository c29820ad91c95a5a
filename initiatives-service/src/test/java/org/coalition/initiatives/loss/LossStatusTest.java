package org.coalition.initiatives.loss;

import static org.coalition.initiatives.loss.LossStatus.ACKNOWLEDGED;
import static org.coalition.initiatives.loss.LossStatus.DISPUTED;
import static org.coalition.initiatives.loss.LossStatus.RECOVERED;
import static org.coalition.initiatives.loss.LossStatus.REPORTED;
import static org.coalition.initiatives.loss.LossStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LossStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<LossStatus>> ARROWS = Set.of(
            List.of(REPORTED, ACKNOWLEDGED),
            List.of(REPORTED, DISPUTED),
            List.of(REPORTED, WITHDRAWN),
            List.of(ACKNOWLEDGED, RECOVERED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (LossStatus from : LossStatus.values()) {
            for (LossStatus to : LossStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
