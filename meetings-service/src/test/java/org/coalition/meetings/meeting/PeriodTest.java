package org.coalition.meetings.meeting;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant YEAR_LATER = NOW.plus(Duration.ofDays(366));

    @Test
    void aPeriodHasAnEndAfterItsBeginAndWithinAYear() {
        Period year = new Period(NOW, YEAR_LATER);
        assertSame(year, year.checked());
        assertFaults(List.of("not-after-from"), NOW, NOW);
        assertFaults(List.of("not-after-from"), NOW, NOW.minusSeconds(1));
        assertFaults(List.of("too-long"), NOW, YEAR_LATER.plusSeconds(1));
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        assertFaults(List.of("missing-parameter", "missing-parameter"), null, null);
        assertFaults(List.of("missing-parameter"), NOW, null);
        assertFaults(List.of("missing-parameter"), null, NOW);
    }

    private static void assertFaults(List<String> codes, Instant from, Instant until) {
        Malformed refusal = assertThrows(Malformed.class, () -> new Period(from, until).checked());
        assertEquals(
                codes,
                refusal.problem(null, null).errors().stream().map(Fault::code).toList());
    }
}
