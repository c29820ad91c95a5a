package org.coalition.meetings.statement;

import static org.coalition.meetings.statement.StatementStatus.DRAFT;
import static org.coalition.meetings.statement.StatementStatus.OPEN_FOR_ENDORSEMENT;
import static org.coalition.meetings.statement.StatementStatus.PUBLISHED;
import static org.coalition.meetings.statement.StatementStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementStatusTest {
    private static final Map<StatementStatus, Set<StatementStatus>> DOMAIN = Map.of(
            DRAFT, Set.of(OPEN_FOR_ENDORSEMENT, WITHDRAWN),
            OPEN_FOR_ENDORSEMENT, Set.of(PUBLISHED, WITHDRAWN),
            PUBLISHED, Set.of(),
            WITHDRAWN, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (StatementStatus from : StatementStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
