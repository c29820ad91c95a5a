package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.initiative.InitiativeStatus.APPROVED;
import static org.coalition.initiatives.initiative.InitiativeStatus.CANCELLED;
import static org.coalition.initiatives.initiative.InitiativeStatus.CLOSED;
import static org.coalition.initiatives.initiative.InitiativeStatus.FINALISATION;
import static org.coalition.initiatives.initiative.InitiativeStatus.IMPLEMENTATION;
import static org.coalition.initiatives.initiative.InitiativeStatus.PIPELINE;
import static org.coalition.initiatives.initiative.InitiativeStatus.SUSPENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InitiativeStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<InitiativeStatus>> ARROWS = Set.of(
            List.of(PIPELINE, APPROVED),
            List.of(APPROVED, IMPLEMENTATION),
            List.of(IMPLEMENTATION, FINALISATION),
            List.of(FINALISATION, CLOSED),
            List.of(IMPLEMENTATION, SUSPENDED),
            List.of(SUSPENDED, IMPLEMENTATION),
            List.of(PIPELINE, CANCELLED),
            List.of(APPROVED, CANCELLED),
            List.of(IMPLEMENTATION, CANCELLED),
            List.of(SUSPENDED, CANCELLED),
            List.of(FINALISATION, CANCELLED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (InitiativeStatus from : InitiativeStatus.values()) {
            for (InitiativeStatus to : InitiativeStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }

    @Test
    void onlyWhatIsClosedOrCancelledIsFinal() {
        for (InitiativeStatus status : InitiativeStatus.values()) {
            assertEquals(status == CLOSED || status == CANCELLED, status.isFinal(), status.name());
        }
    }
}
