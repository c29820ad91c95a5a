package org.coalition.meetings.consultation;

import static org.coalition.meetings.consultation.ConsultationStatus.CALLED;
import static org.coalition.meetings.consultation.ConsultationStatus.CANCELLED;
import static org.coalition.meetings.consultation.ConsultationStatus.CONCLUDED;
import static org.coalition.meetings.consultation.ConsultationStatus.IN_CONSULTATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsultationStatusTest {
    private static final Map<ConsultationStatus, Set<ConsultationStatus>> DOMAIN = Map.of(
            CALLED, Set.of(IN_CONSULTATION, CANCELLED),
            IN_CONSULTATION, Set.of(CONCLUDED, CANCELLED),
            CONCLUDED, Set.of(),
            CANCELLED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (ConsultationStatus from : ConsultationStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
