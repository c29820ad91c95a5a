package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.contribution.Lines.FR;
import static org.coalition.initiatives.contribution.Lines.NOW;
import static org.coalition.initiatives.contribution.Lines.by;
import static org.coalition.initiatives.contribution.Lines.euros;
import static org.coalition.initiatives.contribution.Lines.inEuros;
import static org.coalition.initiatives.contribution.Lines.inSystems;
import static org.coalition.initiatives.contribution.Lines.quantity;
import static org.coalition.initiatives.contribution.Lines.revision;
import static org.coalition.initiatives.contribution.Lines.systems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
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
    private final Book book = new Book(inEuros(initiative), initiative);
    private final Contribution line = book.line();

    @Test
    void aNewLineHasAnEmptyLedger() {
        assertEquals(Balance.EMPTY, line.balance());
        assertEquals(initiative.id(), line.streamId());
    }

    @Test
    void eachKindHasANetOfItsOwnAndAnEventOfItsOwn() {
        assertInstanceOf(ContributionEvent.Pledged.class, posted(line, euros(EntryKind.PLEDGE, "100.50")));
        assertInstanceOf(ContributionEvent.Committed.class, posted(line, euros(EntryKind.COMMITMENT, "40")));
        assertInstanceOf(ContributionEvent.Allocated.class, posted(line, euros(EntryKind.ALLOCATION, "30")));
        assertInstanceOf(ContributionEvent.Disbursed.class, posted(line, euros(EntryKind.DISBURSEMENT, "20")));
        assertEquals(new BigDecimal("100.50"), net(EntryKind.PLEDGE));
        assertEquals(new BigDecimal("40"), net(EntryKind.COMMITMENT));
        assertEquals(new BigDecimal("30"), net(EntryKind.ALLOCATION));
        assertEquals(new BigDecimal("20"), net(EntryKind.DISBURSEMENT));
        assertEquals(new BigDecimal("20"), line.balance().settled());
        assertEquals(new BigDecimal("10"), line.balance().unallocated());
        assertEquals(new BigDecimal("10"), line.balance().undelivered());
    }

    @Test
    void entriesAreNumberedInTheOrderOfRecordingAndTheirTimesNeverRunBackwards() {
        book.post(EntryKind.PLEDGE, "1");
        book.now = NOW.minusSeconds(60);
        UUID second = book.post(EntryKind.COMMITMENT, "2");
        assertEquals(NOW, line.balance().lastEntryAt());
        book.now = NOW.plusSeconds(60);
        book.reverse(second);
        assertEquals(NOW.plusSeconds(60), line.balance().lastEntryAt());
        assertEquals(3, line.balance().entryCount());
    }

    @Test
    void aReversalTakesAnEntryBackWholeOnItsOwnTerms() {
        UUID posted = book.post(EntryKind.COMMITMENT, "40.00");
        var reversed = assertInstanceOf(
                ContributionEvent.EntryReversed.class,
                line.reverse(() -> book.entry(posted), "entered twice", initiative, by(FR, UUID.randomUUID())));
        assertEquals("entered twice", reversed.reason());
        assertEquals(new BigDecimal("-40.00"), reversed.entry().money().amount());
        assertEquals(EntryKind.COMMITMENT, reversed.entry().kind());
        assertEquals(posted, reversed.entry().reverses());
        assertEquals(Lines.DAY, reversed.entry().valueDate());
        assertEquals(2, reversed.entry().number());
        assertEquals(0, net(EntryKind.COMMITMENT).signum());
    }

    @Test
    void aReversalIsNotReversedItself() {
        UUID reversal = book.reverse(book.post(EntryKind.PLEDGE, "1"));
        refused(Conflict.class, "is not reversed itself", () -> book.reverse(reversal));
        assertEquals(2, line.balance().entryCount());
    }

    @Test
    void aLineInEurosTakesNothingElse() {
        refused(RuleViolated.class, "give money", () -> posted(line, systems("2")));
        refused(RuleViolated.class, "in EUR", () -> posted(line, Lines.money(EntryKind.PLEDGE, "2", "USD")));
    }

    @Test
    void aLineInSystemsTakesNothingElse() {
        Contribution inSystems = inSystems(initiative);
        refused(RuleViolated.class, "give a quantity", () -> posted(inSystems, euros(EntryKind.PLEDGE, "1")));
        refused(
                RuleViolated.class,
                "in systems",
                () -> posted(inSystems, quantity(EntryKind.COMMITMENT, "1", "System")));
        assertInstanceOf(ContributionEvent.Committed.class, posted(inSystems, systems("2")));
    }

    @Test
    void onlyThePartyWhoseLineItIsWritesInIt() {
        UUID posted = book.post(EntryKind.PLEDGE, "1");
        refused(NotAllowed.class, "FR", () -> line.post(euros(EntryKind.PLEDGE, "1"), initiative, by("GB", posted)));
        refused(
                NotAllowed.class,
                "FR",
                () -> line.reverse(() -> book.entry(posted), "x", initiative, by("GB", UUID.randomUUID())));
        refused(NotAllowed.class, "FR", () -> line.revise(revision("x"), initiative, "GB"));
        refused(NotAllowed.class, "FR", () -> line.fulfil(1, ConditionTest.FULFILLED, initiative, "GB", NOW));
        assertEquals(1, line.balance().entryCount());
    }

    @Test
    void whoseLineItIsNotIsToldSoBeforeAnythingElse() {
        refused(
                NotAllowed.class,
                "FR",
                () -> line.reverse(
                        () -> {
                            throw new NotFound("ledger entry", "x");
                        },
                        "x",
                        initiative,
                        by("GB", UUID.randomUUID())));
    }

    @Test
    void aClosedOrCancelledInitiativeTakesNothingMore() {
        UUID posted = book.post(EntryKind.PLEDGE, "1");
        Contribution inSystems = inSystems(initiative);
        for (Initiative ended : new Initiative[] {Planned.closed(), Planned.cancelled()}) {
            assertIllegal(() -> Contribution.open(UUID.randomUUID(), ended, Lines.opening("EUR", null), FR, NOW));
            assertIllegal(() -> line.post(euros(EntryKind.PLEDGE, "1"), ended, by(FR, UUID.randomUUID())));
            assertIllegal(() -> line.reverse(() -> book.entry(posted), "x", ended, by(FR, UUID.randomUUID())));
            assertIllegal(() -> line.revise(revision("x"), ended, FR));
            assertIllegal(() -> line.fulfil(1, ConditionTest.FULFILLED, ended, FR, NOW));
            assertIllegal(
                    () -> inSystems.deliver(Lines.received(UUID.randomUUID(), "1", null), ended, by("UA", posted)));
        }
        assertEquals(1, line.balance().entryCount());
    }

    @Test
    void anEditChangesTheDescriptionOnly() {
        assertNull(line.revise(revision("ammunition"), initiative, FR).reason());
        assertEquals("ammunition", line.description());
        assertEquals("EUR", line.currency());
    }

    private ContributionEvent posted(Contribution contribution, PostEntry entry) {
        Instant before = contribution.balance().lastEntryAt();
        ContributionEvent event = contribution.post(entry, initiative, by(FR, UUID.randomUUID()));
        assertTrue(before == null || !contribution.balance().lastEntryAt().isBefore(before));
        return event;
    }

    private BigDecimal net(EntryKind kind) {
        return line.balance().net(kind);
    }

    private static void refused(Class<? extends ProblemException> type, String part, Executable verb) {
        ProblemException refusal = assertThrows(type, verb);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    private static void assertIllegal(Executable verb) {
        assertThrows(IllegalTransition.class, verb);
    }
}
