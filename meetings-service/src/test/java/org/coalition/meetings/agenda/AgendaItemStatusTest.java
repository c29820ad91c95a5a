package org.coalition.meetings.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgendaItemStatusTest {
    private static final Map<AgendaItemStatus, Set<AgendaItemStatus>> ARROWS =
            Map.of(AgendaItemStatus.OPEN, EnumSet.of(AgendaItemStatus.CONCLUDED, AgendaItemStatus.CARRIED_OVER));

    @Test
    void everyPairOfStatesIsDecided() {
        for (AgendaItemStatus from : AgendaItemStatus.values()) {
            for (AgendaItemStatus to : AgendaItemStatus.values()) {
                assertEquals(
                        ARROWS.getOrDefault(from, Set.of()).contains(to),
                        from.next().contains(to),
                        from + " to " + to);
            }
        }
    }
}
