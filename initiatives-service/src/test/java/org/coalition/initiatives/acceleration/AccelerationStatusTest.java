package org.coalition.initiatives.acceleration;

import static org.coalition.initiatives.acceleration.AccelerationStatus.ACCEPTED;
import static org.coalition.initiatives.acceleration.AccelerationStatus.COUNTERED;
import static org.coalition.initiatives.acceleration.AccelerationStatus.DECLINED;
import static org.coalition.initiatives.acceleration.AccelerationStatus.REQUESTED;
import static org.coalition.initiatives.acceleration.AccelerationStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccelerationStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<AccelerationStatus>> ARROWS = Set.of(
            List.of(REQUESTED, ACCEPTED),
            List.of(REQUESTED, DECLINED),
            List.of(REQUESTED, COUNTERED),
            List.of(REQUESTED, WITHDRAWN),
            List.of(COUNTERED, ACCEPTED),
            List.of(COUNTERED, WITHDRAWN));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (AccelerationStatus from : AccelerationStatus.values()) {
            for (AccelerationStatus to : AccelerationStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
