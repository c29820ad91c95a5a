package org.coalition.meetings.minutes;

import static org.coalition.meetings.minutes.MinutesStatus.APPROVED;
import static org.coalition.meetings.minutes.MinutesStatus.CIRCULATED;
import static org.coalition.meetings.minutes.MinutesStatus.DRAFT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinutesStatusTest {
    private static final Map<MinutesStatus, Set<MinutesStatus>> DOMAIN = Map.of(
            DRAFT, Set.of(CIRCULATED),
            CIRCULATED, Set.of(APPROVED),
            APPROVED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (MinutesStatus from : MinutesStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
