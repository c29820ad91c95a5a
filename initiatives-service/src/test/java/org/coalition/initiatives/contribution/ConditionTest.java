package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.contribution.EntryKind.ALLOCATION;
import static org.coalition.initiatives.contribution.EntryKind.COMMITMENT;
import static org.coalition.initiatives.contribution.EntryKind.DISBURSEMENT;
import static org.coalition.initiatives.contribution.EntryKind.PLEDGE;
import static org.coalition.initiatives.contribution.Lines.FR;
import static org.coalition.initiatives.contribution.Lines.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConditionTest {
    static final FulfilCondition FULFILLED = new FulfilCondition("report of 12 January", LocalDate.parse("2026-01-12"));

    private static final ConditionTerms POLICY = new ConditionTerms(ConditionKind.POLICY, "A law is passed.");
    private static final ConditionTerms FIDUCIARY = new ConditionTerms(ConditionKind.FIDUCIARY, "Accounts are kept.");

    private final Initiative initiative = Planned.initiative();
    private final Book book = new Book(Lines.under(initiative, POLICY, FIDUCIARY), initiative);
    private final Contribution line = book.line();

    @Test
    void whatIsPromisedWaitsForNoConditionButWhatIsGivenDoes() {
        book.post(PLEDGE, "10");
        book.post(COMMITMENT, "10");
        refused(RuleViolated.class, "not fulfilled", () -> book.post(ALLOCATION, "1"));
        book.post(ALLOCATION, "5", "winter is near");
        refused(RuleViolated.class, "fulfil it first", () -> book.post(DISBURSEMENT, "1"));
        fulfil(1);
        refused(RuleViolated.class, "not fulfilled", () -> book.post(ALLOCATION, "1"));
        fulfil(2);
        book.post(ALLOCATION, "1");
        book.post(DISBURSEMENT, "6");
    }

    @Test
    void aConditionIsFulfilledOnceOnADayThatHasComeAndWithWhatShowsIt() {
        refused(NotFound.class, "condition 3", () -> fulfil(3));
        refused(NotFound.class, "condition 0", () -> fulfil(0));
        refused(
                RuleViolated.class,
                "has come",
                () -> line.fulfil(1, new FulfilCondition("x", LocalDate.parse("2026-01-14")), initiative, FR, NOW));
        fulfil(2);
        assertEquals(
                new Condition(ConditionKind.FIDUCIARY, "Accounts are kept.", true, Lines.DAY, "report of 12 January"),
                line.details().conditions().get(1));
        assertFalse(line.details().conditions().get(0).fulfilled());
        refused(Conflict.class, "fulfilled already, since 2026-01-12", () -> fulfil(2));
    }

    @Test
    void aConditionWhoseWordsStayIsAsFulfilledAsItWas() {
        fulfil(1);
        revise(FIDUCIARY, POLICY);
        assertEquals(List.of(false, true), fulfilled());
        revise(new ConditionTerms(ConditionKind.POLICY, "Another law is passed."));
        assertEquals(List.of(false), fulfilled());
        revise();
        book.post(COMMITMENT, "1");
        book.post(ALLOCATION, "1");
    }

    @Test
    void aConditionIsNamedOnce() {
        refused(RuleViolated.class, "twice", () -> revise(POLICY, POLICY));
        refused(RuleViolated.class, "twice", () -> Lines.under(initiative, FIDUCIARY, FIDUCIARY));
    }

    @Test
    void onlyTrainingHasCohortsAndEachALabelOfItsOwn() {
        Cohort first = new Cohort("first", 20, 18, 17, 17, null, null);
        assertEquals(
                List.of(first),
                Lines.open(initiative, Lines.opening(Instrument.TRAINING, null, "persons", first))
                        .details()
                        .cohorts());
        refused(
                RuleViolated.class,
                "is TRAINING",
                () -> Lines.open(initiative, Lines.opening(Instrument.IN_KIND, null, "persons", first)));
        refused(
                RuleViolated.class,
                "is TRAINING",
                () -> line.revise(new ReviseContribution("x", null, null, List.of(first)), initiative, FR));
        refused(
                RuleViolated.class,
                "twice",
                () -> Lines.open(initiative, Lines.opening(Instrument.TRAINING, null, "persons", first, first)));
    }

    private void fulfil(int number) {
        assertEquals(
                new ContributionEvent.ConditionFulfilled(
                        number,
                        line.details()
                                .fulfilling(number, FULFILLED, NOW)
                                .conditions()
                                .get(number - 1)),
                line.fulfil(number, FULFILLED, initiative, FR, NOW));
    }

    private void revise(ConditionTerms... conditions) {
        assertEquals(new ContributionEvent.Revised(), line.revise(Lines.revision("x", conditions), initiative, FR));
    }

    private List<Boolean> fulfilled() {
        return line.details().conditions().stream().map(Condition::fulfilled).toList();
    }

    private static void refused(Class<? extends ProblemException> type, String part, Executable verb) {
        ProblemException refusal = assertThrows(type, verb);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
