package org.coalition.meetings.decision;

import static org.coalition.meetings.decision.AdoptionRule.SILENCE;
import static org.coalition.meetings.decision.DecisionStatus.ADOPTED;
import static org.coalition.meetings.decision.DecisionStatus.BROKEN;
import static org.coalition.meetings.decision.DecisionStatus.DRAFT;
import static org.coalition.meetings.decision.DecisionStatus.OPEN;
import static org.coalition.meetings.decision.DecisionStatus.REJECTED;
import static org.coalition.meetings.decision.DecisionStatus.UNDER_SILENCE;
import static org.coalition.meetings.decision.DecisionStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionStatusTest {
    private static final Map<DecisionStatus, Set<DecisionStatus>> DOMAIN = Map.of(
            OPEN, Set.of(ADOPTED, REJECTED, WITHDRAWN),
            UNDER_SILENCE, Set.of(ADOPTED, BROKEN, WITHDRAWN),
            ADOPTED, Set.of(),
            REJECTED, Set.of(),
            BROKEN, Set.of(),
            WITHDRAWN, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (AdoptionRule rule : AdoptionRule.values()) {
            DOMAIN.forEach((from, next) -> assertEquals(next, from.next(rule), rule + " " + from));
        }
        for (AdoptionRule rule : AdoptionRule.values()) {
            assertEquals(Set.of(rule == SILENCE ? UNDER_SILENCE : OPEN), DRAFT.next(rule), rule.name());
        }
        assertEquals(DecisionStatus.values().length, DOMAIN.size() + 1);
    }
}
