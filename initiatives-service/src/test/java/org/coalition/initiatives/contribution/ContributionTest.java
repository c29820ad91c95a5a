package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.contribution.Lines.FR;
import static org.coalition.initiatives.contribution.Lines.NOW;
import static org.coalition.initiatives.contribution.Lines.by;
import static org.coalition.initiatives.contribution.Lines.euros;
import static org.coalition.initiatives.contribution.Lines.inEuros;
import static org.coalition.initiatives.contribution.Lines.inSystems;
import static org.coalition.initiatives.contribution.Lines.post;
import static org.coalition.initiatives.contribution.Lines.systems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContributionTest {
    private final Initiative initiative = Planned.initiative();
    private final Contribution line = inEuros(initiative);

    @Test
    void aNewLineHasAnEmptyLedger() {
        assertEquals(0, line.entryCount());
        assertEquals(BigDecimal.ZERO, line.net(EntryKind.PLEDGE));
        assertEquals(BigDecimal.ZERO, line.net(EntryKind.COMMITMENT));
        assertEquals(initiative.id(), line.streamId());
    }

    @Test
    void eachKindHasANetOfItsOwnAndAnEventOfItsOwn() {
        assertInstanceOf(
                ContributionEvent.Pledged.class,
                line.post(euros(EntryKind.PLEDGE, "100.50"), initiative, by(FR, UUID.randomUUID())));
        assertInstanceOf(
                ContributionEvent.Committed.class,
                line.post(euros(EntryKind.COMMITMENT, "40"), initiative, by(FR, UUID.randomUUID())));
        assertEquals(new BigDecimal("100.50"), line.net(EntryKind.PLEDGE));
        assertEquals(new BigDecimal("40"), line.net(EntryKind.COMMITMENT));
    }

    @Test
    void entriesAreNumberedInTheOrderOfRecording() {
        assertEquals(
                1, line.entry(post(line, initiative, EntryKind.PLEDGE, "1")).number());
        UUID second = post(line, initiative, EntryKind.COMMITMENT, "2");
        assertEquals(2, line.entry(second).number());
        assertEquals(3, line.entry(Lines.reverse(line, initiative, second)).number());
    }

    @Test
    void aReversalTakesAnEntryBackWholeOnItsOwnTerms() {
        UUID posted = post(line, initiative, EntryKind.COMMITMENT, "40.00");
        UUID reversal = UUID.randomUUID();
        ContributionEvent event = line.reverse(posted, "entered twice", initiative, by(FR, reversal));
        assertEquals("entered twice", event.reason());
        LedgerEntry entry = line.entry(reversal);
        assertEquals(new BigDecimal("-40.00"), entry.amount());
        assertEquals(EntryKind.COMMITMENT, entry.kind());
        assertEquals(posted, entry.reverses());
        assertEquals("entered twice", entry.reason());
        assertEquals(line.entry(posted).valueDate(), entry.valueDate());
        assertEquals(0, line.net(EntryKind.COMMITMENT).signum());
    }

    @Test
    void anEntryIsReversedOnceOnly() {
        UUID posted = post(line, initiative, EntryKind.PLEDGE, "1");
        UUID reversal = Lines.reverse(line, initiative, posted);
        refused(Conflict.class, "already", () -> Lines.reverse(line, initiative, posted));
        refused(Conflict.class, "is not reversed itself", () -> Lines.reverse(line, initiative, reversal));
        assertEquals(2, line.entryCount());
    }

    @Test
    void anEntryOfAnotherLineIsNotThere() {
        UUID elsewhere = post(inEuros(initiative), initiative, EntryKind.PLEDGE, "1");
        assertThrows(NotFound.class, () -> Lines.reverse(line, initiative, elsewhere));
    }

    @Test
    void aLineInEurosTakesNothingElse() {
        refused(RuleViolated.class, "give money", () -> line.post(systems("2"), initiative, by(FR, UUID.randomUUID())));
        refused(
                RuleViolated.class,
                "in EUR",
                () -> line.post(Lines.money(EntryKind.PLEDGE, "2", "USD"), initiative, by(FR, UUID.randomUUID())));
    }

    @Test
    void aLineInSystemsTakesNothingElse() {
        Contribution inSystems = inSystems(initiative);
        refused(
                RuleViolated.class,
                "give a quantity",
                () -> inSystems.post(euros(EntryKind.PLEDGE, "1"), initiative, by(FR, UUID.randomUUID())));
        refused(
                RuleViolated.class,
                "in systems",
                () -> inSystems.post(Lines.quantity("1", "System"), initiative, by(FR, UUID.randomUUID())));
        assertInstanceOf(
                ContributionEvent.Committed.class, inSystems.post(systems("2"), initiative, by(FR, UUID.randomUUID())));
    }

    @Test
    void onlyThePartyWhoseLineItIsWritesInIt() {
        UUID posted = post(line, initiative, EntryKind.PLEDGE, "1");
        refused(NotAllowed.class, "FR", () -> line.post(euros(EntryKind.PLEDGE, "1"), initiative, by("GB", posted)));
        refused(NotAllowed.class, "FR", () -> line.reverse(posted, "x", initiative, by("GB", UUID.randomUUID())));
        refused(NotAllowed.class, "FR", () -> line.revise(new ReviseContribution("x"), initiative, "GB"));
        assertEquals(1, line.entryCount());
    }

    @Test
    void whoseLineItIsNotIsToldSoBeforeAnythingElse() {
        refused(
                NotAllowed.class,
                "FR",
                () -> line.reverse(UUID.randomUUID(), "x", initiative, by("GB", UUID.randomUUID())));
    }

    @Test
    void aClosedOrCancelledInitiativeTakesNothingMore() {
        UUID posted = post(line, initiative, EntryKind.PLEDGE, "1");
        for (Initiative ended : new Initiative[] {Planned.closed(), Planned.cancelled()}) {
            assertIllegal(() -> Contribution.open(UUID.randomUUID(), ended, Lines.opening("EUR", null), FR, NOW));
            assertIllegal(() -> line.post(euros(EntryKind.PLEDGE, "1"), ended, by(FR, UUID.randomUUID())));
            assertIllegal(() -> line.reverse(posted, "x", ended, by(FR, UUID.randomUUID())));
            assertIllegal(() -> line.revise(new ReviseContribution("x"), ended, FR));
        }
        assertEquals(1, line.entryCount());
    }

    @Test
    void anEditChangesTheDescriptionOnly() {
        assertNull(line.revise(new ReviseContribution("ammunition"), initiative, FR)
                .reason());
        assertEquals("ammunition", line.description());
        assertEquals("EUR", line.currency());
    }

    private static void refused(Class<? extends ProblemException> type, String part, Executable verb) {
        ProblemException refusal = assertThrows(type, verb);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    private static void assertIllegal(Executable verb) {
        assertThrows(IllegalTransition.class, verb);
    }
}
