package org.coalition.meetings.minutes;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.minutes.CorrectionStatus.ACCEPTED;
import static org.coalition.meetings.minutes.CorrectionStatus.OPEN;
import static org.coalition.meetings.minutes.CorrectionStatus.REJECTED;
import static org.coalition.meetings.minutes.SampleMinutes.CLOSED;
import static org.coalition.meetings.minutes.SampleMinutes.correction;
import static org.coalition.meetings.minutes.SampleMinutes.in;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (CorrectionStatus from : CorrectionStatus.values()) {
            for (CorrectionStatus to : EnumSet.complementOf(EnumSet.of(OPEN))) {
                Correction correction = correction(in(MinutesStatus.CIRCULATED), 1, "x");
                if (from != OPEN) {
                    said(move(correction, from));
                }
                if (from.next().contains(to)) {
                    said(move(correction, to));
                    assertEquals(to, correction.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> move(correction, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, correction.status());
                }
            }
        }
    }

    @Test
    void whoProposedItDoesNotDecideOnIt() {
        Correction correction = correction(in(MinutesStatus.CIRCULATED), 1, "x");
        assertThrows(NotAllowed.class, () -> correction.accept("why", CLOSED, "US", NOW));
        assertThrows(NotAllowed.class, () -> correction.reject("why", CLOSED, "US", NOW));
        assertEquals(OPEN, correction.status());
    }

    @Test
    void itIsAboutASectionThatIsThere() {
        assertEquals(2, correction(in(MinutesStatus.CIRCULATED), 2, "x").section());
        RuleViolated refusal = assertThrows(RuleViolated.class, () -> correction(in(MinutesStatus.CIRCULATED), 3, "x"));
        assertEquals("/section", refusal.problem(null, null).errors().get(0).pointer());
    }

    @Test
    void aPartyHasTwentyOfThem() {
        propose(19);
        assertThrows(Conflict.class, () -> propose(20));
    }

    private static void propose(long earlier) {
        assertEquals(
                new CorrectionEvent.Proposed("US", 1, "why"),
                Correction.propose(
                                UUID.randomUUID(),
                                in(MinutesStatus.CIRCULATED),
                                new ProposeCorrection(1, "x", "why"),
                                earlier,
                                "US",
                                NOW)
                        .event());
    }

    private static CorrectionEvent move(Correction correction, CorrectionStatus to) {
        return to == ACCEPTED
                ? correction.accept("why", CLOSED, "GB", NOW)
                : to == REJECTED ? correction.reject("why", CLOSED, "FR", NOW) : null;
    }

    private static void said(CorrectionEvent event) {
        assertEquals(CorrectionEvent.class, event.getClass().getInterfaces()[0]);
    }
}
