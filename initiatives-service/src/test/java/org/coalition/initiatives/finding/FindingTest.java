package org.coalition.initiatives.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.delivery.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** DE finds, UA acts. */
class FindingTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final LocalDate DUE = LocalDate.parse("2026-02-12");
    private static final String AUDITOR = "de-auditor";
    private static final String CLERK = "ua-clerk";

    private final Finding finding =
            Finding.raise(UUID.randomUUID(), subject(), raise("UA"), "DE", NOW).aggregate();

    @Test
    void aPartyFindsNothingOnItself() {
        assertThrows(
                RuleViolated.class,
                () -> assertNotNull(Finding.raise(UUID.randomUUID(), subject(), raise("DE"), "DE", NOW)));
    }

    @Test
    void aFindingIsClosedByItsOwnersEvidenceThatWhoRaisedItAccepts() {
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        told(finding.agreePlan("DE", AUDITOR, NOW));
        assertEquals(FindingStatus.OPEN_RESOLVED, finding.status());
        told(finding.fileEvidence(evidence(), "UA", CLERK, NOW));
        told(finding.close("DE", AUDITOR, NOW));
        assertEquals(FindingStatus.CLOSED, finding.status());
        assertEquals(NOW, finding.closedAt());
    }

    @Test
    void theOwnerNeverJudgesAndTheRaiserNeverFiles() {
        refused(NotAllowed.class, () -> told(finding.filePlan(plan(), "DE", AUDITOR, NOW)));
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        for (String other : List.of("UA", "FR")) {
            refused(NotAllowed.class, () -> told(finding.agreePlan(other, AUDITOR, NOW)));
            refused(NotAllowed.class, () -> told(finding.reject("x", other)));
            refused(NotAllowed.class, () -> told(finding.revise(raise("UA").details(), other)));
        }
        refused(NotAllowed.class, () -> told(finding.agreePlan("DE", CLERK, NOW)));
        told(finding.agreePlan("DE", AUDITOR, NOW));
        refused(NotAllowed.class, () -> told(finding.fileEvidence(evidence(), "DE", AUDITOR, NOW)));
        told(finding.fileEvidence(evidence(), "UA", CLERK, NOW));
        for (String other : List.of("UA", "FR")) {
            refused(NotAllowed.class, () -> told(finding.close(other, AUDITOR, NOW)));
            refused(NotAllowed.class, () -> told(finding.reopen("x", other)));
        }
        refused(NotAllowed.class, () -> told(finding.close("DE", CLERK, NOW)));
    }

    @Test
    void whatWasNotFiledIsNotJudged() {
        refused(Conflict.class, () -> told(finding.agreePlan("DE", AUDITOR, NOW)));
        refused(Conflict.class, () -> told(finding.reject("x", "DE")));
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        told(finding.agreePlan("DE", AUDITOR, NOW));
        refused(Conflict.class, () -> told(finding.close("DE", AUDITOR, NOW)));
        refused(Conflict.class, () -> told(finding.reject("x", "DE")));
    }

    @Test
    void whatIsRejectedIsFiledAnew() {
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        told(finding.reject("Too vague.", "DE"));
        assertNull(finding.plan());
        assertEquals("Too vague.", finding.statusReason());
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        assertNull(finding.statusReason());
        told(finding.agreePlan("DE", AUDITOR, NOW));
        told(finding.fileEvidence(evidence(), "UA", CLERK, NOW));
        told(finding.reject("Unsigned.", "DE"));
        assertNull(finding.evidence());
        assertEquals(FindingStatus.OPEN_RESOLVED, finding.status());
    }

    @Test
    void aReopenedFindingNeedsAnotherPlan() {
        refused(IllegalTransition.class, () -> told(finding.reopen("x", "DE")));
        close();
        refused(IllegalTransition.class, () -> told(finding.reject("x", "DE")));
        told(finding.reopen("It happened again.", "DE"));
        assertEquals(FindingStatus.OPEN_UNRESOLVED, finding.status());
        assertNull(finding.plan());
        assertNull(finding.evidence());
        assertNull(finding.closedAt());
        assertNull(finding.planAgreedAt());
    }

    @Test
    void eachStateTakesItsOwnMovesOnly() {
        refused(IllegalTransition.class, () -> told(finding.fileEvidence(evidence(), "UA", CLERK, NOW)));
        refused(IllegalTransition.class, () -> told(finding.close("DE", AUDITOR, NOW)));
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        told(finding.agreePlan("DE", AUDITOR, NOW));
        refused(IllegalTransition.class, () -> told(finding.filePlan(plan(), "UA", CLERK, NOW)));
        refused(IllegalTransition.class, () -> told(finding.agreePlan("DE", AUDITOR, NOW)));
        refused(IllegalTransition.class, () -> told(finding.revise(raise("UA").details(), "DE")));
        told(finding.fileEvidence(evidence(), "UA", CLERK, NOW));
        told(finding.close("DE", AUDITOR, NOW));
        refused(IllegalTransition.class, () -> told(finding.fileEvidence(evidence(), "UA", CLERK, NOW)));
        refused(IllegalTransition.class, () -> told(finding.close("DE", AUDITOR, NOW)));
    }

    @Test
    void ageAndDelayAreByTheClockAndEndWhenItIsClosed() {
        Instant due = Instant.parse("2026-02-12T23:59:59Z");
        assertEquals(0, finding.daysOverdue(due));
        assertEquals(1, finding.daysOverdue(due.plusSeconds(1)));
        assertEquals(31, finding.ageDays(due));
        close();
        assertEquals(0, finding.daysOverdue(due.plus(Duration.ofDays(100))));
        assertEquals(0, finding.ageDays(due));
    }

    private void close() {
        told(finding.filePlan(plan(), "UA", CLERK, NOW));
        told(finding.agreePlan("DE", AUDITOR, NOW));
        told(finding.fileEvidence(evidence(), "UA", CLERK, NOW));
        told(finding.close("DE", AUDITOR, NOW));
    }

    private static void told(FindingEvent event) {
        assertNotNull(event, "A verb says what has happened");
    }

    private static void refused(Class<? extends Exception> how, Executable verb) {
        assertThrows(how, verb);
    }

    private static Subject subject() {
        return new Subject(UUID.randomUUID(), null, null);
    }

    private static RaiseFinding raise(String owner) {
        return new RaiseFinding(owner, null, "Gaps", "There are gaps.", "Close them.", null, null, DUE);
    }

    private static FilePlan plan() {
        return new FilePlan("We will count.", DUE);
    }

    private static FileEvidence evidence() {
        return new FileEvidence("We have counted.", List.of(new Document("List", "https://example.org/list", null)));
    }
}
