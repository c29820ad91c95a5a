package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.contribution.EntryKind.ALLOCATION;
import static org.coalition.initiatives.contribution.EntryKind.COMMITMENT;
import static org.coalition.initiatives.contribution.EntryKind.DELIVERY;
import static org.coalition.initiatives.contribution.EntryKind.DISBURSEMENT;
import static org.coalition.initiatives.contribution.EntryKind.PLEDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Delivered is no more than allocated, and allocated no more than committed; but for a reason. */
class LedgerLimitsTest {
    private final Initiative initiative = Planned.initiative();
    private final Book funds = new Book(Lines.inEuros(initiative), initiative);
    private final Book goods = new Book(Lines.inSystems(initiative), initiative);

    @Test
    void noMoreIsAllocatedThanCommitted() {
        refused(RuleViolated.class, "1 would be allocated of 0 committed", () -> funds.post(ALLOCATION, "1"));
        funds.post(PLEDGE, "100");
        refused(RuleViolated.class, "commit more first", () -> funds.post(ALLOCATION, "1"));
        funds.post(COMMITMENT, "10.50");
        funds.post(ALLOCATION, "10.5000");
        refused(
                RuleViolated.class,
                "10.5001 would be allocated of 10.5 committed",
                () -> funds.post(ALLOCATION, "0.0001"));
    }

    @Test
    void noMoreIsDisbursedOrDeliveredThanAllocated() {
        allocate(funds, "10", "6");
        refused(RuleViolated.class, "7 would be delivered of 6 allocated", () -> funds.post(DISBURSEMENT, "7"));
        funds.post(DISBURSEMENT, "6");
        allocate(goods, "10", "6");
        refused(RuleViolated.class, "allocate more first", () -> goods.post(DELIVERY, "7"));
        goods.post(DELIVERY, "2");
        goods.post(DELIVERY, "4");
        refused(RuleViolated.class, "7 would be delivered of 6 allocated", () -> goods.post(DELIVERY, "1"));
        assertEquals(new BigDecimal("6"), goods.line().balance().settled());
    }

    @Test
    void whatIsReversedCountsNoMore() {
        UUID commitment = funds.post(COMMITMENT, "10");
        funds.reverse(commitment);
        refused(RuleViolated.class, "of 0 committed", () -> funds.post(ALLOCATION, "1"));
        funds.post(COMMITMENT, "10");
        UUID allocation = funds.post(ALLOCATION, "10");
        funds.reverse(allocation);
        funds.post(ALLOCATION, "4");
        refused(RuleViolated.class, "5 would be delivered of 4 allocated", () -> funds.post(DISBURSEMENT, "5"));
    }

    @Test
    void aStageIsNotReversedUnderWhatHangsOnIt() {
        UUID commitment = funds.post(COMMITMENT, "10");
        UUID allocation = funds.post(ALLOCATION, "10");
        UUID disbursement = funds.post(DISBURSEMENT, "1");
        refused(Conflict.class, "reverse the ALLOCATION first", () -> funds.reverse(commitment));
        refused(Conflict.class, "reverse the DISBURSEMENT first", () -> funds.reverse(allocation));
        funds.reverse(disbursement);
        funds.reverse(allocation);
        funds.reverse(commitment);
        UUID allocated = allocate(goods, "3", "3");
        UUID delivery = goods.post(DELIVERY, "3");
        refused(Conflict.class, "reverse the DELIVERY first", () -> goods.reverse(allocated));
        goods.reverse(delivery);
        goods.reverse(allocated);
    }

    @Test
    void beyondALimitAReasonIsNeededAndKept() {
        funds.post(COMMITMENT, "10");
        funds.post(ALLOCATION, "12", "agreed by telephone");
        assertEquals(new BigDecimal("-2"), funds.line().balance().unallocated());
        refused(RuleViolated.class, "13 would be allocated", () -> funds.post(ALLOCATION, "1"));
        funds.post(ALLOCATION, "1", "agreed by telephone");
        funds.post(DISBURSEMENT, "14", "paid in advance");
        assertEquals(new BigDecimal("-1"), funds.line().balance().undelivered());
        allocate(goods, "2", "2");
        goods.post(DELIVERY, "3", "one came on top");
    }

    @Test
    void anExceptionIsNotHeldAgainstTheEntriesThatFollow() {
        UUID beyond = funds.post(ALLOCATION, "12", "agreed by telephone");
        funds.post(COMMITMENT, "10");
        funds.post(DISBURSEMENT, "5");
        funds.post(COMMITMENT, "1");
        refused(Conflict.class, "5 would be delivered of 0 allocated", () -> funds.reverse(beyond));
        UUID second = funds.post(COMMITMENT, "4");
        refused(Conflict.class, "12 would be allocated of 11 committed", () -> funds.reverse(second));
        funds.post(ALLOCATION, "3");
        refused(RuleViolated.class, "16 would be allocated of 15 committed", () -> funds.post(ALLOCATION, "1"));
    }

    @Test
    void aReasonWithoutNeedIsRefusedSoThatEachOneMeansAnException() {
        funds.post(COMMITMENT, "10");
        for (EntryKind kind : new EntryKind[] {PLEDGE, COMMITMENT, ALLOCATION}) {
            refused(RuleViolated.class, "leave exceptionReason out", () -> funds.post(kind, "1", "just in case"));
        }
    }

    @Test
    void fundsAreDisbursedAndGoodsAreDelivered() {
        allocate(funds, "10", "10");
        refused(Conflict.class, "gives funds", () -> funds.post(DELIVERY, "1"));
        allocate(goods, "10", "10");
        refused(RuleViolated.class, "gives goods", () -> goods.post(DISBURSEMENT, "1"));
        for (Instrument instrument : Instrument.values()) {
            Contribution inMoney = Lines.open(initiative, Lines.opening(instrument, "EUR", null));
            assertEquals(
                    instrument == Instrument.IN_KIND || instrument == Instrument.TRAINING,
                    inMoney.takesDeliveries(),
                    instrument.name());
            assertTrue(Lines.open(initiative, Lines.opening(instrument, null, "kits"))
                    .takesDeliveries());
        }
        assertFalse(funds.line().takesDeliveries());
    }

    @Test
    void aDeliveryIsConfirmedByWhoReceivesItAndNeverPosted() {
        allocate(goods, "10", "10");
        UUID id = UUID.randomUUID();
        refused(RuleViolated.class, "see /v1/deliveries", () -> goods.line()
                .post(Lines.quantity(DELIVERY, "1", "systems"), initiative, Lines.by(Lines.FR, id)));
        refused(NotAllowed.class, "confirmed by who receives it", () -> goods.line()
                .deliver(Lines.received(id, "1", null), initiative, Lines.by(Lines.FR, id)));
        UUID delivery = goods.post(DELIVERY, "1");
        refused(Conflict.class, "see /v1/deliveries", () -> goods.line()
                .reverse(() -> goods.entry(delivery), "x", initiative, Lines.by(Lines.FR, id)));
        UUID commitment = goods.post(COMMITMENT, "1");
        refused(Conflict.class, "is no DELIVERY", () -> goods.line()
                .undeliver(goods.entry(commitment), "x", initiative, Lines.by("UA", id)));
    }

    @CanIgnoreReturnValue
    private static UUID allocate(Book book, String committed, String allocated) {
        book.post(COMMITMENT, committed);
        return book.post(ALLOCATION, allocated);
    }

    private static void refused(Class<? extends ProblemException> type, String part, Executable verb) {
        ProblemException refusal = assertThrows(type, verb);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
