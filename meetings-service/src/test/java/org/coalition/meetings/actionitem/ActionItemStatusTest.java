package org.coalition.meetings.actionitem;

import static org.coalition.meetings.actionitem.ActionItemStatus.CANCELLED;
import static org.coalition.meetings.actionitem.ActionItemStatus.DONE;
import static org.coalition.meetings.actionitem.ActionItemStatus.IN_PROGRESS;
import static org.coalition.meetings.actionitem.ActionItemStatus.OPEN;
import static org.coalition.meetings.actionitem.ActionItemStatus.VERIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionItemStatusTest {
    private static final Map<ActionItemStatus, Set<ActionItemStatus>> DOMAIN = Map.of(
            OPEN, Set.of(IN_PROGRESS, CANCELLED),
            IN_PROGRESS, Set.of(DONE, CANCELLED),
            DONE, Set.of(VERIFIED, IN_PROGRESS),
            VERIFIED, Set.of(),
            CANCELLED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (ActionItemStatus from : ActionItemStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
