package org.coalition.meetings.minutes;

import static org.coalition.meetings.minutes.CorrectionStatus.ACCEPTED;
import static org.coalition.meetings.minutes.CorrectionStatus.OPEN;
import static org.coalition.meetings.minutes.CorrectionStatus.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrectionStatusTest {
    private static final Map<CorrectionStatus, Set<CorrectionStatus>> DOMAIN = Map.of(
            OPEN, Set.of(ACCEPTED, REJECTED),
            ACCEPTED, Set.of(),
            REJECTED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (CorrectionStatus from : CorrectionStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
