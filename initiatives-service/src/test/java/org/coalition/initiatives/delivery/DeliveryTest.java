package org.coalition.initiatives.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Lines;
import org.coalition.initiatives.contribution.Quantity;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-12");
    private static final UUID ENTRY = UUID.randomUUID();

    private final Delivery delivery = planned();

    @Test
    void itGoesFromHandToHandAndNoMoreIsHandedOnThanThereWas() {
        assertInstanceOf(DeliveryEvent.Dispatched.class, delivery.dispatch(reached(1, null), "FR", NOW));
        assertEquals(
                "more-than-before",
                code(assertThrows(RuleViolated.class, () -> delivery.arriveAtHub(reached(2, "10.0001"), "FR", NOW))));
        Delivery other = handedOver("9.5");
        assertEquals(new BigDecimal("9.5"), other.custody().handedOver());
        assertEquals(
                List.of(DeliveryStage.READY, DeliveryStage.DISPATCHED, DeliveryStage.HANDED_OVER),
                other.custody().stages().stream().map(CustodyStage::stage).toList());
        assertEquals(
                List.of("10", "10", "9.5"),
                other.custody().stages().stream()
                        .map(stage -> stage.amount().toPlainString())
                        .toList());
    }

    @Test
    void aStageIsReachedAfterTheLastOneAndNotInTheFuture() {
        assertEquals(
                "before-last-stage",
                code(assertThrows(RuleViolated.class, () -> delivery.dispatch(reached(-1, null), "FR", NOW))));
        assertEquals("still-to-come", code(assertThrows(RuleViolated.class, () -> planned()
                .dispatch(new RecordStage("x", NOW.plusMillis(1), null, null), "FR", NOW))));
    }

    @Test
    void onlyTheGiverMovesItAndOnlyTheRecipientConfirmsIt() {
        for (String other : List.of("UA", "GB")) {
            assertThrows(NotAllowed.class, () -> delivery.dispatch(reached(1, null), other, NOW));
            assertThrows(NotAllowed.class, () -> delivery.cancel("x", other));
            assertThrows(NotAllowed.class, () -> delivery.revise(delivery.revisable(), other));
            assertThrows(NotAllowed.class, () -> delivery.revisePromise(another("2026-03-01"), other, NOW));
        }
        for (String other : List.of("FR", "GB")) {
            Delivery there = handedOver(null);
            assertThrows(NotAllowed.class, () -> there.confirm(receipt("10", "0", "0", "0"), ENTRY, other, NOW));
        }
    }

    @Test
    void aReceiptAddsUpToWhatWasHandedOver() {
        refusedReceipt("not-what-was-handed-over", receipt("10", "1", "0", "0"));
        refusedReceipt("not-what-was-handed-over", receipt("9", "0", "0", "0"));
        refusedReceipt("more-than-received", receipt("8", "2", "8.1", "0"));
        refusedReceipt("more-than-received", receipt("8", "2", "0", "8.1"));
        Delivery there = handedOver(null);
        DeliveryEvent event = there.confirm(receipt("8.00", "2", "3", "1"), ENTRY, "UA", NOW);
        assertEquals(new BigDecimal("7.00"), there.arrival().kept());
        assertEquals(new DeliveryEvent.ReceiptConfirmed(at(9), new BigDecimal("7.00"), ENTRY), event);
    }

    @Test
    void whereNothingIsKeptNothingStandsInTheLedger() {
        for (ConfirmReceipt none : List.of(receipt("0", "10", "0", "0"), receipt("10", "0", "0", "10"))) {
            Delivery there = handedOver(null);
            assertInstanceOf(DeliveryEvent.ReceiptConfirmed.class, there.confirm(none, ENTRY, "UA", NOW));
            assertNull(there.arrival().entryId());
            assertEquals(
                    "more-than-kept",
                    code(assertThrows(RuleViolated.class, () -> there.takeBack(goods("1"), ENTRY, "UA", NOW))));
        }
    }

    @Test
    void noMoreIsReturnedThanIsKept() {
        Delivery there = handedOver(null);
        assertThrows(IllegalTransition.class, () -> there.takeBack(goods("1"), ENTRY, "UA", NOW));
        assertInstanceOf(
                DeliveryEvent.ReceiptConfirmed.class, there.confirm(receipt("10", "0", "0", "1"), ENTRY, "UA", NOW));
        UUID second = UUID.randomUUID();
        assertThrows(NotAllowed.class, () -> there.takeBack(goods("4"), second, "FR", NOW));
        assertInstanceOf(DeliveryEvent.GoodsReturned.class, there.takeBack(goods("4"), second, "UA", NOW));
        assertEquals(new BigDecimal("5"), there.arrival().kept());
        assertEquals(second, there.arrival().entryId());
        assertEquals(
                "more-than-kept",
                code(assertThrows(RuleViolated.class, () -> there.takeBack(goods("5.1"), second, "UA", NOW))));
        assertInstanceOf(DeliveryEvent.GoodsReturned.class, there.takeBack(goods("5.0"), second, "UA", NOW));
        assertNull(there.arrival().entryId());
    }

    @Test
    void articlesAreWhereTheRecipientSaysTheyAre() {
        Delivery there = handedOver(null);
        assertEquals(
                "unknown-article",
                code(assertThrows(
                        RuleViolated.class, () -> there.confirm(receipt("10", "0", "0", "0", "C"), ENTRY, "UA", NOW))));
        Delivery other = handedOver(null);
        assertInstanceOf(
                DeliveryEvent.ReceiptConfirmed.class,
                other.confirm(receipt("9", "1", "0", "0", "A"), ENTRY, "UA", NOW));
        assertEquals(
                List.of("B"),
                ReceivedArticle.of(other).map(ReceivedArticle::serialNumber).toList());
        assertThrows(RuleViolated.class, () -> other.takeBack(goods("1", "A"), ENTRY, "UA", NOW));
        Delivery third = handedOver(null);
        assertInstanceOf(
                DeliveryEvent.ReceiptConfirmed.class, third.confirm(receipt("10", "0", "0", "0"), ENTRY, "UA", NOW));
        assertInstanceOf(DeliveryEvent.GoodsReturned.class, third.takeBack(goods("1", "B"), ENTRY, "UA", NOW));
        assertEquals(List.of("A"), List.of(third.articles().listed()));
        assertEquals(List.of(), ReceivedArticle.of(third).skip(1).toList());
    }

    @Test
    void anotherDayKeepsTheFirstPromiseAndEachReason() {
        assertInstanceOf(DeliveryEvent.PromiseRevised.class, delivery.revisePromise(another("2026-03-01"), "FR", NOW));
        assertInstanceOf(DeliveryEvent.PromiseRevised.class, delivery.revisePromise(another("2026-02-15"), "FR", NOW));
        assertEquals(LocalDate.parse("2026-02-01"), delivery.promise().originalPromisedOn());
        assertEquals(LocalDate.parse("2026-02-15"), delivery.promisedOn());
        assertEquals(
                List.of(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01")),
                delivery.promise().revisions().stream()
                        .map(PromiseRevision::from)
                        .toList());
        assertEquals(
                "same-day",
                code(assertThrows(RuleViolated.class, () -> delivery.revisePromise(another("2026-02-15"), "FR", NOW))));
        assertEquals(
                "past",
                code(assertThrows(RuleViolated.class, () -> delivery.revisePromise(another("2026-01-11"), "FR", NOW))));
        assertThrows(IllegalTransition.class, () -> handedOver(null).revisePromise(another("2026-03-01"), "FR", NOW));
    }

    @Test
    void itIsBroughtForwardOnlyToAnEarlierDay() {
        UUID request = UUID.randomUUID();
        assertThrows(
                Conflict.class, () -> delivery.bringForward(LocalDate.parse("2026-02-01"), "winter", request, NOW));
        assertEquals(
                new DeliveryEvent.BroughtForward(LocalDate.parse("2026-02-01"), TODAY, request),
                delivery.bringForward(TODAY, "winter", request, NOW));
        assertEquals(request, delivery.promise().revisions().get(0).accelerationRequestId());
    }

    @Test
    void theClockDecidesWhatIsLateOrAtRisk() {
        assertEquals(0, on("2026-02-01").daysLate(delivery));
        assertEquals(1, on("2026-02-02").daysLate(delivery));
        assertFalse(on("2026-01-17").isAtRisk(delivery));
        assertTrue(on("2026-01-18").isAtRisk(delivery));
        assertTrue(on("2026-02-01").isAtRisk(delivery));
        assertFalse(on("2026-02-02").isAtRisk(delivery), "it is late then");
        Delivery dispatched = planned();
        assertInstanceOf(DeliveryEvent.Dispatched.class, dispatched.dispatch(reached(1, null), "FR", NOW));
        assertFalse(on("2026-02-01").isAtRisk(dispatched));
        Delivery there = handedOver(null);
        assertEquals(3, on("2026-02-04").daysLate(there));
        assertInstanceOf(
                DeliveryEvent.ReceiptConfirmed.class, there.confirm(receipt("10", "0", "0", "0"), ENTRY, "UA", NOW));
        assertEquals(0, on("2026-02-04").daysLate(there), "it was received in time, whenever that is looked at");
        Delivery cancelled = planned();
        assertInstanceOf(DeliveryEvent.Cancelled.class, cancelled.cancel("no longer made", "FR"));
        assertEquals(0, on("2026-02-04").daysLate(cancelled));
    }

    @Test
    void anArticleIsListedOnce() {
        ReviseDelivery twice = new ReviseDelivery("x", List.of(article("A"), article("A")));
        assertEquals("duplicate", code(assertThrows(RuleViolated.class, () -> delivery.revise(twice, "FR"))));
        assertInstanceOf(DeliveryEvent.Dispatched.class, delivery.dispatch(reached(1, null), "FR", NOW));
        assertThrows(IllegalTransition.class, () -> delivery.revise(delivery.revisable(), "FR"));
    }

    private static void refusedReceipt(String code, ConfirmReceipt receipt) {
        Delivery there = handedOver(null);
        assertEquals(code, code(assertThrows(RuleViolated.class, () -> there.confirm(receipt, ENTRY, "UA", NOW))));
    }

    private static Delivery planned() {
        PlanDelivery plan = new PlanDelivery(
                "UA",
                "Batteries",
                null,
                new Quantity(new BigDecimal("10"), "systems"),
                LocalDate.parse("2026-02-01"),
                "Toulon",
                at(0),
                null,
                List.of(article("A"), article("B")));
        return Delivery.plan(UUID.randomUUID(), Lines.inSystems(Planned.initiative()), plan, "FR", NOW)
                .aggregate();
    }

    private static Delivery handedOver(String amount) {
        Delivery delivery = planned();
        assertInstanceOf(DeliveryEvent.Dispatched.class, delivery.dispatch(reached(1, null), "FR", NOW));
        assertInstanceOf(DeliveryEvent.HandedOver.class, delivery.handOver(reached(2, amount), "FR", NOW));
        return delivery;
    }

    /** Days after it was ready, ten days ago. */
    private static Instant at(int day) {
        return NOW.minus(Duration.ofDays(10)).plus(Duration.ofDays(day));
    }

    private static RecordStage reached(int day, String amount) {
        return new RecordStage("Rzeszow", at(day), amount == null ? null : new BigDecimal(amount), null);
    }

    private static ConfirmReceipt receipt(
            String received, String shortfall, String damaged, String returned, String... notReceived) {
        return new ConfirmReceipt(
                "Odesa",
                at(9),
                new BigDecimal(received),
                new BigDecimal(shortfall),
                new BigDecimal(damaged),
                new BigDecimal(returned),
                List.of(notReceived),
                null,
                null,
                null);
    }

    private static ReturnGoods goods(String amount, String... serialNumbers) {
        return new ReturnGoods(new BigDecimal(amount), at(10), "wrong type", List.of(serialNumbers), null, null);
    }

    private static RevisePromise another(String day) {
        return new RevisePromise(LocalDate.parse(day), "the ship is late");
    }

    private static ArticleTerms article(String serialNumber) {
        return new ArticleTerms(serialNumber, "launcher", null, true);
    }

    private static Outlook on(String day) {
        return new Outlook(LocalDate.parse(day), 14);
    }

    private static String code(RuleViolated refusal) {
        return refusal.problem("", "").errors().get(0).code();
    }
}
