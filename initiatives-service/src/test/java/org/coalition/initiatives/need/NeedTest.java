package org.coalition.initiatives.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Quantity;
import org.junit.jupiter.api.Test;

class NeedTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final UUID ID = UUID.fromString("0198d2f0-0000-7000-8000-000000000001");

    @Test
    void offersMeetItInPartsAndNeverOver() {
        Need need = need("10");
        assertEquals("4", accept(need, offer(need, "FR", "6"), "4").toPlainString());
        assertEquals(NeedStatus.PARTLY_MET, need.status());
        assertEquals("6", need.unmet().toPlainString());
        assertThrows(Conflict.class, () -> need.match(ID, quantity("6.0001"), "UA"));
        assertEquals("4", need.met().toPlainString());
        accept(need, offer(need, "DE", "6"), null);
        assertEquals(NeedStatus.MET, need.status());
        assertEquals(0, need.unmet().signum());
        assertThrows(IllegalTransition.class, () -> need.match(ID, quantity("1"), "UA"));
        assertThrows(IllegalTransition.class, () -> offer(need, "FR", "1"));
        assertThrows(IllegalTransition.class, () -> withdrawn(need));
    }

    @Test
    void anOfferOfMoreThanIsNeededIsAcceptedInPartOnly() {
        Need need = need("10");
        Offer offer = offer(need, "FR", "25");
        assertThrows(RuleViolated.class, () -> offer(need, "FR", "25").accept(quantity("25.5"), need, "UA"));
        assertThrows(RuleViolated.class, () -> offer(need, "FR", "25")
                .accept(new Quantity(BigDecimal.ONE, "tonnes"), need, "UA"));
        assertEquals("10", accept(need, offer, "10").toPlainString());
        assertThrows(IllegalTransition.class, () -> offer.accept(null, need, "UA"));
        assertThrows(IllegalTransition.class, () -> offer.decline("no", need, "UA"));
        assertThrows(IllegalTransition.class, () -> offer.withdraw("no", "FR"));
    }

    @Test
    void theRecipientDecidesAndOnlyOthersOffer() {
        Need need = need("10");
        Offer offer = offer(need, "FR", "5");
        assertThrows(NotAllowed.class, () -> offer(need, "UA", "5"));
        assertThrows(NotAllowed.class, () -> offer.accept(null, need, "FR"));
        assertThrows(NotAllowed.class, () -> offer.decline("no", need, "FR"));
        assertThrows(NotAllowed.class, () -> offer.withdraw("no", "UA"));
        assertThrows(NotAllowed.class, () -> need.withdraw("no", "FR"));
        assertThrows(NotAllowed.class, () -> need.revise(details("11"), "FR"));
        assertThrows(NotAllowed.class, () -> need.match(ID, quantity("1"), "FR"));
        assertEquals(OfferStatus.OFFERED, offer.status());
    }

    @Test
    void aRevisionKeepsWhatWasAccepted() {
        Need need = need("10");
        accept(need, offer(need, "FR", "4"), null);
        assertThrows(RuleViolated.class, () -> need.revise(details("3.9999"), "UA"));
        assertThrows(RuleViolated.class, () -> need.revise(details("10", "Other", "units"), "UA"));
        assertThrows(RuleViolated.class, () -> need.revise(details("10", "Generators", "kW"), "UA"));
        assertEquals(new NeedEvent.Revised(), need.revise(details("4"), "UA"));
        assertEquals(NeedStatus.MET, need.status());
        assertEquals(new NeedEvent.Revised(), need.revise(details("5"), "UA"));
        assertEquals(NeedStatus.PARTLY_MET, need.status());
        withdrawn(need);
        assertThrows(IllegalTransition.class, () -> need.revise(details("6"), "UA"));
        assertThrows(IllegalTransition.class, () -> offer(need, "FR", "1"));
    }

    @Test
    void itIsOverdueFromTheDayAfterByTheClockUntilItIsMet() {
        Need need = need("10");
        assertFalse(need.isOverdue(Instant.parse("2026-03-01T23:59:59.999999Z")));
        assertTrue(need.isOverdue(Instant.parse("2026-03-02T00:00:00Z")));
        accept(need, offer(need, "FR", "10"), null);
        assertFalse(need.isOverdue(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @CanIgnoreReturnValue
    private static BigDecimal accept(Need need, Offer offer, String part) {
        assertEquals(new OfferEvent.Accepted(), offer.accept(part == null ? null : quantity(part), need, "UA"));
        assertEquals(
                new NeedEvent.Matched(offer.id(), offer.acceptedOf(need)),
                need.match(offer.id(), offer.acceptedOf(need), "UA"));
        return offer.accepted();
    }

    private static void withdrawn(Need need) {
        assertEquals(new NeedEvent.Withdrawn("not needed"), need.withdraw("not needed", "UA"));
    }

    private static Offer offer(Need need, String party, String value) {
        MakeOffer offer = new MakeOffer(quantity(value), LocalDate.parse("2026-02-01"), null, null);
        return Offer.make(UUID.randomUUID(), need, offer, party, NOW).aggregate();
    }

    private static Need need(String value) {
        return Need.state(ID, details(value), "UA", NOW).aggregate();
    }

    private static NeedDetails details(String value) {
        return details(value, "Generators", "units");
    }

    private static NeedDetails details(String value, String item, String unit) {
        return new NeedDetails(
                item,
                new Quantity(new BigDecimal(value), unit),
                Priority.HIGH,
                LocalDate.parse("2026-03-01"),
                null,
                Visibility.COALITION,
                List.of());
    }

    private static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value), "units");
    }
}
