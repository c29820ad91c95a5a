package org.coalition.initiatives.milestone;

import static org.coalition.initiatives.milestone.MilestoneStatus.MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.NOT_MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.PARTIALLY_MET;
import static org.coalition.initiatives.milestone.MilestoneStatus.SCHEDULED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;

class MilestoneTest {
    private static final String GB = "GB";
    private static final Instant NOW = Instant.parse("2026-03-01T23:59:59Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final Initiative initiative = Planned.initiative();

    @Test
    void anAssessmentGoesWhereTheTableSays() {
        for (MilestoneStatus from : MilestoneStatus.values()) {
            for (MilestoneStatus to : List.of(MET, PARTIALLY_MET, NOT_MET)) {
                Milestone milestone = in(from);
                if (from.next().contains(to)) {
                    assess(milestone, to);
                    assertEquals(to, milestone.status());
                    assertEquals("seen", milestone.evidence());
                    assertEquals(to == NOT_MET ? null : TODAY, milestone.metOn());
                } else {
                    assertThrows(IllegalTransition.class, () -> assess(milestone, to), from + " to " + to);
                }
            }
        }
    }

    @Test
    void anAssessmentIsTakenBackForAReasonAndIsMadeAnew() {
        Milestone milestone = in(MET);
        assertEquals(
                "the report was of another battery",
                milestone
                        .reopen("the report was of another battery", initiative, GB)
                        .reason());
        assertEquals(SCHEDULED, milestone.status());
        assertNull(milestone.metOn());
        assertNull(milestone.evidence());
        assertEquals("the report was of another battery", milestone.statusReason());
        assess(milestone, NOT_MET);
        assertNull(milestone.statusReason());
        assertThrows(IllegalTransition.class, () -> in(SCHEDULED).reopen("x", initiative, GB));
    }

    @Test
    void nothingIsMetTomorrow() {
        Milestone milestone = in(SCHEDULED);
        var tomorrow = new AssessMilestone(MET, TODAY.plusDays(1), "seen");
        assertThrows(RuleViolated.class, () -> milestone.assess(tomorrow, initiative, GB, NOW));
    }

    @Test
    void onlyLeadPartiesPlanAndAssessAndOnlyUntilTheInitiativeIsOver() {
        Milestone milestone = in(SCHEDULED);
        var met = new AssessMilestone(MET, TODAY, "seen");
        var details = details("2026-05-01");
        assertThrows(NotAllowed.class, () -> schedule(initiative, "FR"));
        assertThrows(NotAllowed.class, () -> milestone.revise(details, List.of(), initiative, "FR"));
        assertThrows(NotAllowed.class, () -> milestone.assess(met, initiative, "FR", NOW));
        assertThrows(NotAllowed.class, () -> in(MET).reopen("x", initiative, "FR"));
        for (Initiative over : List.of(Planned.closed(), Planned.cancelled())) {
            assertThrows(IllegalTransition.class, () -> schedule(over, GB));
            assertThrows(IllegalTransition.class, () -> milestone.revise(details, List.of(), over, GB));
            assertThrows(IllegalTransition.class, () -> milestone.assess(met, over, GB, NOW));
            assertThrows(IllegalTransition.class, () -> in(MET).reopen("x", over, GB));
        }
    }

    @Test
    void whatWasAssessedIsNotRevised() {
        for (MilestoneStatus status : MilestoneStatus.values()) {
            Milestone milestone = in(status);
            if (status == SCHEDULED) {
                assertEquals(
                        new MilestoneEvent.Rescheduled(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-05-01")),
                        milestone.revise(details("2026-05-01"), List.of(), initiative, GB));
                assertEquals(
                        new MilestoneEvent.Revised(),
                        milestone.revise(details("2026-05-01"), List.of(), initiative, GB));
                assertEquals(LocalDate.parse("2026-02-28"), milestone.firstDueOn());
            } else {
                assertThrows(
                        IllegalTransition.class,
                        () -> milestone.revise(details("2026-05-01"), List.of(), initiative, GB));
            }
        }
    }

    @Test
    void itIsOverdueFromTheDayAfterOnUntilItIsAssessed() {
        Milestone milestone = in(SCHEDULED);
        assertEquals(0, milestone.daysOverdue(Instant.parse("2026-02-28T23:59:59Z")));
        assertEquals(1, milestone.daysOverdue(Instant.parse("2026-03-01T00:00:00Z")));
        for (MilestoneStatus status : List.of(MET, PARTIALLY_MET, NOT_MET)) {
            assertEquals(0, in(status).daysOverdue(NOW));
        }
        assertTrue(milestone.announceOverdue(NOW) instanceof MilestoneEvent.BecameOverdue late
                && late.since().equals(NOW));
    }

    private Milestone in(MilestoneStatus status) {
        Milestone milestone = schedule(initiative, GB);
        if (status != SCHEDULED) {
            assess(milestone, status);
        }
        return milestone;
    }

    private void assess(Milestone milestone, MilestoneStatus status) {
        var assessment = new AssessMilestone(status, status == NOT_MET ? null : TODAY, "seen");
        assertTrue(milestone.assess(assessment, initiative, GB, NOW) != null);
    }

    private static Milestone schedule(Initiative initiative, String by) {
        return Milestone.schedule(UUID.randomUUID(), initiative, details("2026-02-28"), List.of(), by, NOW)
                .aggregate();
    }

    private static MilestoneDetails details(String dueOn) {
        return new MilestoneDetails("First battery", null, LocalDate.parse(dueOn), List.of());
    }
}
