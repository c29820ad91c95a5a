package org.coalition.initiatives.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q2, 2026-04-01, 2026-06-30",
        "2026-Q3, 2026-07-01, 2026-09-30",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2028-02, 2028-02-01, 2028-02-29"
    })
    void aPeriodHasItsFirstAndItsLastDay(String period, LocalDate first, LocalDate last) {
        assertEquals(first, Period.first(period));
        assertEquals(last, Period.last(period));
    }

    @Test
    void theNarrowerOfTwoBoundsHolds() {
        LocalDate one = LocalDate.parse("2026-01-01");
        LocalDate other = LocalDate.parse("2026-02-01");
        assertEquals(other, Period.later(one, other));
        assertEquals(other, Period.later(other, one));
        assertEquals(one, Period.later(one, null));
        assertEquals(one, Period.later(null, one));
        assertEquals(one, Period.earlier(other, one));
        assertEquals(one, Period.earlier(one, other));
        assertEquals(one, Period.earlier(null, one));
    }

    @Test
    void aQuarterIsReportedOnceItIsOver() {
        Quarter quarter = new Quarter("2026-Q1");
        quarter.requireOver(Instant.parse("2026-04-01T00:00:00Z"));
        assertThrows(RuleViolated.class, () -> quarter.requireOver(Instant.parse("2026-03-31T23:59:59Z")));
    }
}
