package org.coalition.initiatives.milestone;

import static org.coalition.initiatives.milestone.MilestoneStatus.MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.NOT_MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.PARTIALLY_MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.SCHEDULED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MilestoneStatusTest {
    /** From and to. */
    private static final Set<List<MilestoneStatus>> ARROWS = Set.of(
            List.of(SCHEDULED, MET),
            List.of(SCHEDULED, PARTIALLY_MET),
            List.of(SCHEDULED, NOT_MET),
            List.of(PARTIALLY_MET, MET),
            List.of(PARTIALLY_MET, NOT_MET),
            List.of(PARTIALLY_MET, SCHEDULED),
            List.of(MET, SCHEDULED),
            List.of(NOT_MET, SCHEDULED));

    @Test
    void theTableHasTheseArrowsAndNoOthers() {
        for (MilestoneStatus from : MilestoneStatus.values()) {
            for (MilestoneStatus to : MilestoneStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
