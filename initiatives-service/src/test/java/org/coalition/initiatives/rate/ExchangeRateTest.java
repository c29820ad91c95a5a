package org.coalition.initiatives.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");

    @Test
    void theFirstRateOfAPairOnADayNeedsNoReasonAndTakesNone() {
        Created<ExchangeRate> first = recorded("2026-01-12", null, null, NOW);
        assertEquals(1, first.aggregate().number());
        assertInstanceOf(ExchangeRateEvent.Recorded.class, first.event());
        assertThrows(RuleViolated.class, () -> recorded("2026-01-12", "mistyped", null, NOW));
    }

    @Test
    void aCorrectionSaysWhyAndIsRecordedLaterEvenIfTheClockWasPutBack() {
        ExchangeRate first = recorded("2026-01-12", null, null, NOW).aggregate();
        assertThrows(RuleViolated.class, () -> recorded("2026-01-12", null, first, NOW));
        Created<ExchangeRate> second = recorded("2026-01-12", "mistyped", first, NOW.minusSeconds(60));
        assertEquals(2, second.aggregate().number());
        assertTrue(second.aggregate().createdAt().isAfter(first.createdAt()));
        assertEquals(new ExchangeRateEvent.Corrected(first.id(), "mistyped"), second.event());
    }

    @Test
    void aRateIsOfADayThatHasComeSomewhere() {
        assertEquals(
                1,
                recorded(
                                "2026-01-13",
                                null,
                                null,
                                Instant.parse("2026-01-12T10:00:00Z").plusSeconds(36_000))
                        .aggregate()
                        .number());
        assertThrows(RuleViolated.class, () -> recorded("2026-01-14", null, null, NOW));
    }

    private static Created<ExchangeRate> recorded(String on, String reason, ExchangeRate last, Instant now) {
        RecordRate record = new RecordRate("EUR", "USD", new BigDecimal("1.08"), LocalDate.parse(on), "ECB", reason);
        return ExchangeRate.record(UUID.randomUUID(), record, last, now);
    }
}
