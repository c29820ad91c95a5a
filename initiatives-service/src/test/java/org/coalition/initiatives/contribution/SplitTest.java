package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.contribution.EntryKind.ALLOCATION;
import static org.coalition.initiatives.contribution.EntryKind.COMMITMENT;
import static org.coalition.initiatives.contribution.EntryKind.DELIVERY;
import static org.coalition.initiatives.contribution.EntryKind.DISBURSEMENT;
import static org.coalition.initiatives.contribution.EntryKind.PLEDGE;
import static org.coalition.initiatives.contribution.Lines.FR;
import static org.coalition.initiatives.contribution.Lines.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SplitTest {
    private final Initiative initiative = Planned.initiative();
    private final Book book = new Book(Lines.inEuros(initiative), initiative);
    private final Contribution line = book.line();

    @Test
    void eachPartBeginsWithItsSharesInTheOrderOfTheStages() {
        book.post(PLEDGE, "10");
        book.post(COMMITMENT, "6");
        book.post(ALLOCATION, "2");
        book.post(COMMITMENT, "4");
        book.post(DISBURSEMENT, "1.5");
        List<Contribution> parts = split(part("7", "7", "0.5", "0.5"), part("3", "3", "1.5", "1"));
        assertEquals(figures("7", "7", "0.5", "0.5"), figures(parts.get(0)));
        assertEquals(figures("3", "3", "1.5", "1"), figures(parts.get(1)));
        assertEquals(5, parts.get(0).balance().entryCount());
        assertEquals(4, parts.get(1).balance().entryCount());
        assertEquals(line.id(), parts.get(0).splitFrom());
        assertEquals(line.splitAt(), parts.get(1).balance().lastEntryAt());
    }

    @Test
    void aReversedEntryIsNotSharedOut() {
        UUID wrong = book.post(COMMITMENT, "100");
        book.post(COMMITMENT, "8");
        book.reverse(wrong);
        List<List<Share>> shares = Share.of(
                List.of(book.entries().values().stream().toList().get(1)),
                List.of(part("0", "3", "0", "0"), part("0", "5", "0", "0")),
                UUID::randomUUID);
        assertEquals(List.of(new BigDecimal("3")), amounts(shares.get(0)));
        assertEquals(List.of(new BigDecimal("5")), amounts(shares.get(1)));
        assertTrue(shares.get(0).get(0).id() != shares.get(1).get(0).id());
    }

    @Test
    void thePartsAreTheWholeOfEachFigure() {
        book.post(PLEDGE, "10");
        book.post(COMMITMENT, "6");
        RuleViolated refusal =
                assertThrows(RuleViolated.class, () -> split(part("7", "3", "0", "0"), part("2", "4", "1", "0")));
        assertEquals(
                List.of("/parts", "/parts", "/parts"),
                faults(refusal).stream()
                        .filter(fault -> fault.code().equals("not-the-whole"))
                        .map(Fault::pointer)
                        .toList());
        refused(
                RuleViolated.class,
                "comes to 9, that of the line to 10",
                () -> split(part("7", "3", "0", "0"), part("2", "3", "0", "0")));
        assertEquals(null, line.splitAt());
    }

    @Test
    void eachPartKeepsToTheLimitsByItself() {
        book.post(COMMITMENT, "6");
        book.post(ALLOCATION, "4");
        book.post(DISBURSEMENT, "4");
        refused(
                RuleViolated.class,
                "no more allocated than committed",
                () -> split(part("0", "5", "1", "1"), part("0", "1", "3", "3")));
        refused(
                RuleViolated.class,
                "no more delivered than allocated",
                () -> split(part("0", "3", "3", "1"), part("0", "3", "1", "3")));
    }

    @Test
    void aLineThatWentBeyondALimitIsNotSplitUntilThatIsCovered() {
        book.post(COMMITMENT, "6");
        book.post(ALLOCATION, "8", "urgent");
        refused(
                RuleViolated.class,
                "no more allocated than committed",
                () -> split(part("0", "3", "3", "0"), part("0", "3", "5", "0")));
        book.post(COMMITMENT, "2");
        List<Contribution> parts = split(part("0", "3", "3", "0"), part("0", "5", "5", "0"));
        assertEquals(figures("0", "5", "5", "0"), figures(parts.get(1)));
    }

    @Test
    void aLineThatWasSplitTakesNothingMore() {
        UUID posted = book.post(COMMITMENT, "6");
        List<Contribution> parts = split(part("0", "3", "0", "0"), part("0", "3", "0", "0"));
        refused(Conflict.class, "splitFrom=" + line.id(), () -> book.post(PLEDGE, "1"));
        refused(Conflict.class, "was split", () -> book.reverse(posted));
        refused(Conflict.class, "was split", () -> line.revise(Lines.revision("x"), initiative, FR));
        refused(Conflict.class, "was split", () -> line.fulfil(1, ConditionTest.FULFILLED, initiative, FR, NOW));
        refused(Conflict.class, "was split", () -> split(part("0", "3", "0", "0"), part("0", "3", "0", "0")));
        new Book(parts.get(0), initiative).post(ALLOCATION, "3");
    }

    @Test
    void onlyThePartyWhoseLineItIsSplitsItAndOnlyWhileTheInitiativeTakesContributions() {
        SplitContribution halves = new SplitContribution(List.of(part("0", "0", "0", "0"), part("0", "0", "0", "0")));
        refused(NotAllowed.class, "FR", () -> line.split(halves, List.of(), initiative, "GB", NOW));
        assertThrows(IllegalTransition.class, () -> line.split(halves, List.of(), Planned.closed(), FR, NOW));
    }

    @Test
    void aPartHasTheTermsOfTheLineAndItsConditionsAndATrackAndInstrumentOfItsOwnIfGiven() {
        Contribution conditional =
                Lines.under(initiative, new ConditionTerms(ConditionKind.POLICY, "A law is passed."));
        SplitPart plain = part("0", "0", "0", "0");
        SplitPart other = new SplitPart("medicine", Track.HUMANITARIAN, Instrument.LOAN, null, null, null, null);
        assertInstanceOf(
                ContributionEvent.Split.class,
                conditional.split(new SplitContribution(List.of(plain, other)), List.of(), initiative, FR, NOW));
        Contribution first =
                Contribution.partOf(UUID.randomUUID(), conditional, plain).aggregate();
        Contribution second =
                Contribution.partOf(UUID.randomUUID(), conditional, other).aggregate();
        assertEquals(conditional.details().conditions(), first.details().conditions());
        assertEquals(Track.MILITARY, first.track());
        assertEquals(Instrument.GRANT, first.instrument());
        assertEquals(Track.HUMANITARIAN, second.track());
        assertEquals(Instrument.LOAN, second.instrument());
        assertEquals("EUR", second.currency());
        assertEquals(FR, second.party());
        assertEquals(initiative.id(), second.initiativeId());
    }

    @Test
    void aLineOfFundsHasNoPartsInKindNorTheReverse() {
        SplitPart plain = part("0", "0", "0", "0");
        SplitPart inKind = new SplitPart("x", null, Instrument.IN_KIND, null, null, null, null);
        refused(RuleViolated.class, "no parts in kind", () -> split(plain, inKind));
        Contribution goods = Lines.open(initiative, Lines.opening(Instrument.IN_KIND, "EUR", null));
        SplitPart grant = new SplitPart("x", null, Instrument.GRANT, null, null, null, null);
        refused(
                RuleViolated.class,
                "nor the reverse",
                () -> goods.split(new SplitContribution(List.of(plain, grant)), List.of(), initiative, FR, NOW));
    }

    @Test
    void whatWasDeliveredIsSharedOutAsDelivered() {
        Book goods = new Book(Lines.inSystems(initiative), initiative);
        goods.post(COMMITMENT, "4");
        goods.post(ALLOCATION, "4");
        goods.post(DELIVERY, "3");
        SplitPart first = part("0", "2", "2", "2");
        SplitPart second = part("0", "2", "2", "1");
        List<List<Share>> shares =
                Share.of(List.copyOf(goods.entries().values()), List.of(first, second), UUID::randomUUID);
        assertEquals(
                Map.of(COMMITMENT, new BigDecimal("2"), ALLOCATION, new BigDecimal("2"), DELIVERY, new BigDecimal("1")),
                shares.get(1).stream()
                        .collect(Collectors.toMap(share -> share.source().kind(), Share::amount)));
    }

    @Test
    void theTimeOfASplitIsNotBeforeTheLastEntry() {
        Instant later = NOW.plusSeconds(60);
        book.now = later;
        book.post(COMMITMENT, "2");
        List<Contribution> parts = split(part("0", "1", "0", "0"), part("0", "1", "0", "0"));
        assertEquals(later, line.splitAt());
        assertEquals(later, parts.get(0).balance().lastEntryAt());
    }

    private List<Contribution> split(SplitPart... parts) {
        assertInstanceOf(
                ContributionEvent.Split.class,
                line.split(new SplitContribution(Arrays.asList(parts)), List.of(), initiative, FR, NOW));
        List<List<Share>> shares =
                Share.of(List.copyOf(book.entries().values()), Arrays.asList(parts), UUID::randomUUID);
        return Arrays.stream(parts)
                .map(part -> {
                    Contribution opened =
                            Contribution.partOf(UUID.randomUUID(), line, part).aggregate();
                    assertInstanceOf(
                            ContributionEvent.SharesTakenOver.class,
                            opened.takeOver(
                                    shares.get(Arrays.asList(parts).indexOf(part)), line.splitAt(), "a client"));
                    return opened;
                })
                .toList();
    }

    private static int count;

    private static SplitPart part(String pledged, String committed, String allocated, String delivered) {
        return new SplitPart(
                "part " + count++,
                null,
                null,
                new BigDecimal(pledged),
                new BigDecimal(committed),
                new BigDecimal(allocated),
                new BigDecimal(delivered));
    }

    private static List<BigDecimal> figures(String... amounts) {
        return Arrays.stream(amounts)
                .map(amount -> new BigDecimal(amount).setScale(4))
                .toList();
    }

    private static List<BigDecimal> figures(Contribution part) {
        Balance balance = part.balance();
        return List.of(
                balance.pledged().setScale(4),
                balance.committed().setScale(4),
                balance.allocated().setScale(4),
                balance.settled().setScale(4));
    }

    private static List<BigDecimal> amounts(List<Share> shares) {
        return shares.stream().map(Share::amount).toList();
    }

    private static List<Fault> faults(ProblemException refusal) {
        return refusal.problem("/", "").errors();
    }

    private static void refused(Class<? extends ProblemException> type, String part, Executable verb) {
        ProblemException refusal = assertThrows(type, verb);
        String told = refusal.getMessage() + " " + faults(refusal);
        assertTrue(told.contains(part), told);
    }
}
