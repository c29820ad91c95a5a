package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.initiative.Planned.GB;
import static org.coalition.initiatives.initiative.Planned.NOW;
import static org.coalition.initiatives.initiative.Planned.details;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.mandate.Circle;
import org.coalition.initiatives.mandate.DecisionState;
import org.coalition.initiatives.mandate.Mandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InitiativeTest {
    private static final UUID DECISION = UUID.randomUUID();

    @Test
    void everyMoveIsMadeFromItsStatesAndFromNoOther() {
        for (InitiativeStatus from : InitiativeStatus.values()) {
            for (Move move : Move.values()) {
                Initiative initiative = Planned.in(from);
                if (move.from.contains(from)) {
                    assertTrue(move.make(initiative) != null, move + " from " + from);
                    assertEquals(move.to, initiative.status(), move + " from " + from);
                } else {
                    IllegalTransition refusal =
                            assertThrows(IllegalTransition.class, () -> move.make(initiative), move + " from " + from);
                    assertEquals(from.name(), refusal.problem("/", "").state());
                    assertEquals(
                            from.next().stream().map(Enum::name).toList(),
                            refusal.problem("/", "").allowed());
                    assertEquals(from, initiative.status(), "a refused move changes nothing");
                }
            }
        }
    }

    @Test
    void onlyALeadPartyMakesAMoveWhateverTheState() {
        for (InitiativeStatus from : InitiativeStatus.values()) {
            Initiative initiative = Planned.in(from);
            List<Executable> moves = List.of(
                    () -> initiative.approve(null, "x", "FR", NOW),
                    () -> initiative.startImplementation("FR"),
                    () -> initiative.suspend("x", "FR"),
                    () -> initiative.resume("FR"),
                    () -> initiative.startFinalisation("FR"),
                    () -> initiative.close("FR"),
                    () -> initiative.cancel("x", "FR"),
                    () -> initiative.revise(details(null), Links.NONE, null, "FR", NOW));
            moves.forEach(move -> assertThrows(NotAllowed.class, move));
        }
    }

    @Test
    void whoPlansAnInitiativeLeadsIt() {
        assertThrows(
                NotAllowed.class, () -> Initiative.plan(UUID.randomUUID(), details(null, "GB"), Links.NONE, "FR", NOW));
        assertEquals(
                InitiativeStatus.PIPELINE,
                Initiative.plan(UUID.randomUUID(), details(null, "DE", "FR"), Links.NONE, "FR", NOW)
                        .aggregate()
                        .status());
    }

    @Test
    void anApprovalRestsOnAnAdoptedDecisionOrOnAReason() {
        refused("No decision", () -> Planned.initiative().approve(null, null, GB, NOW));
        for (String status : List.of("DRAFT", "OPEN", "UNDER_SILENCE", "REJECTED", "BROKEN", "WITHDRAWN")) {
            refused(status, () -> Planned.initiative().approve(mandate(status, null), null, GB, NOW));
            assertEquals("urgent", approved(mandate(status, null), "urgent").approvalReason());
        }
        assertNull(approved(mandate("ADOPTED", null), null).approvalReason());
        assertEquals(NOW, approved(mandate("ADOPTED", null), null).approvedAt());
    }

    @Test
    void aSilenceThatHasLastedCarriesAnApprovalFromItsExpiryOn() {
        refused("UNDER_SILENCE", () -> Planned.initiative()
                .approve(mandate("UNDER_SILENCE", NOW.plusNanos(1)), null, GB, NOW));
        assertEquals(
                InitiativeStatus.APPROVED,
                approved(mandate("UNDER_SILENCE", NOW), null).status());
    }

    @Test
    void aReasonStandsAsLongAsTheStateThatItExplains() {
        Initiative initiative = Planned.in(InitiativeStatus.SUSPENDED);
        assertEquals("the route is closed", initiative.statusReason());
        assertTrue(initiative.resume(GB) != null);
        assertNull(initiative.statusReason());
        assertEquals("urgent", initiative.approvalReason());
    }

    @Test
    void whatIsOverIsNotEdited() {
        for (InitiativeStatus status : InitiativeStatus.values()) {
            Initiative initiative = Planned.in(status);
            Executable edit = () -> initiative.revise(details(null, "GB", "FR"), Links.NONE, null, GB, NOW);
            if (Set.of(InitiativeStatus.CLOSED, InitiativeStatus.CANCELLED).contains(status)) {
                assertThrows(IllegalTransition.class, edit);
            } else {
                assertEquals(
                        List.of("FR", "GB"),
                        edited(initiative, details(null, "GB", "FR")).leadParties());
            }
        }
    }

    @Test
    void anApprovedInitiativeIsPutOnAnotherDecisionOnlyIfThatIsAdopted() {
        Initiative initiative = Planned.in(InitiativeStatus.IMPLEMENTATION);
        refused("ADOPTED", () -> initiative.revise(details(DECISION), Links.NONE, mandate("OPEN", null), GB, NOW));
        refused("ADOPTED", () -> initiative.revise(details(DECISION), Links.NONE, null, GB, NOW));
        assertTrue(initiative.revise(details(DECISION), Links.NONE, mandate("ADOPTED", null), GB, NOW) != null);
        refused("ADOPTED", () -> initiative.revise(details(null), Links.NONE, null, GB, NOW));
        assertTrue(
                initiative.revise(details(DECISION), Links.NONE, null, GB, NOW) != null,
                "what stays is not asked for again");
        assertTrue(Planned.initiative().revise(details(DECISION), Links.NONE, mandate("OPEN", null), GB, NOW) != null);
    }

    @Test
    void aLeadPartyDoesNotEditItselfOut() {
        Initiative initiative = Planned.initiative();
        assertThrows(NotAllowed.class, () -> initiative.revise(details(null, "FR"), Links.NONE, null, GB, NOW));
    }

    @Test
    void theLeadPartiesSeeWhatTheyRestrict() {
        InitiativeDetails open = details(null);
        InitiativeDetails restricted = new InitiativeDetails(
                open.title(),
                open.aspect(),
                null,
                List.of(),
                List.of(),
                List.of("FR", "GB"),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Visibility.RESTRICTED,
                List.of("UA", "UA"));
        assertEquals(
                List.of("FR", "GB", "UA"),
                edited(Planned.initiative(), restricted).visibleTo());
    }

    private static Initiative approved(Mandate mandate, String reason) {
        Initiative initiative = Planned.initiative();
        assertEquals(reason, initiative.approve(mandate, reason, GB, NOW).reason());
        return initiative;
    }

    private static InitiativeDetails edited(Initiative initiative, InitiativeDetails details) {
        assertNull(initiative.revise(details, Links.NONE, null, GB, NOW).reason());
        return initiative.details();
    }

    private static Mandate mandate(String status, Instant expiresAt) {
        return new Mandate(
                DECISION,
                1,
                new DecisionState(status, expiresAt),
                null,
                new Circle(true, Visibility.COALITION, Set.of(GB), Set.of(GB)));
    }

    private static void refused(String part, Executable verb) {
        ProblemException refusal = assertThrows(RuleViolated.class, verb);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
