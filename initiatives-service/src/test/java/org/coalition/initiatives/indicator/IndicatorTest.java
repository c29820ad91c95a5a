package org.coalition.initiatives.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IndicatorTest {
    private static final String GB = "GB";
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Period SPRING = period("2026-01-01", "2026-06-30", "50");
    private static final Period AUTUMN = period("2026-07-01", "2026-12-31", "100");

    private final Initiative initiative = Planned.initiative();

    @Test
    void whatIsMeasuredCountsInThePeriodThatItsDayLiesIn() {
        Indicator indicator = defined(SPRING, AUTUMN);
        assertNull(indicator.achievement());
        measure(indicator, "10", "2026-02-01", null);
        measure(indicator, "25", "2026-06-15", null);
        assertEquals(new BigDecimal("25"), indicator.last(SPRING).orElseThrow().value());
        assertEquals(2, indicator.recorded(SPRING));
        assertTrue(indicator.last(AUTUMN).isEmpty());
        assertEquals(0, new BigDecimal("0.25").compareTo(indicator.achievement()));
        violated("/measuredOn", () -> measure(indicator, "1", "2026-06-16", null));
        violated("/measuredOn", () -> measure(indicator, "1", "2025-12-31", null));
    }

    @Test
    void aCorrectionNeedsAReasonAndErasesNothing() {
        Indicator indicator = defined(SPRING, AUTUMN);
        assertEquals(
                new IndicatorEvent.Measured(new BigDecimal("30"), LocalDate.parse("2026-05-01")),
                measure(indicator, "30", "2026-05-01", null));
        violated("/reason", () -> measure(indicator, "20", "2026-05-01", null));
        violated("/reason", () -> measure(indicator, "20", "2026-04-30", null));
        assertEquals(
                "counted twice",
                measure(indicator, "20", "2026-05-01", "counted twice").reason());
        assertEquals(2, indicator.recorded(SPRING));
        assertEquals(0, new BigDecimal("0.2").compareTo(indicator.achievement()));
        assertNull(measure(indicator, "22", "2026-05-02", null).reason());
    }

    @Test
    void periodsAreInOrderAndTargetsOnTheRightSideOfTheBaseline() {
        violated("/periods/1/start", () -> defined(AUTUMN, SPRING));
        violated("/periods/1/start", () -> defined(SPRING, period("2026-06-30", "2026-12-31", "100")));
        violated("/periods/0/target", () -> defined(period("2026-01-01", "2026-06-30", "-1")));
        violated("/expectedOutcome", () -> define(details("World peace", SPRING), GB));
    }

    @Test
    void aPeriodInWhichSomethingWasMeasuredStaysAsLongAsItIs() {
        Indicator indicator = defined(SPRING, AUTUMN);
        measure(indicator, "25", "2026-02-01", null);
        violated("/periods", () -> revise(indicator, AUTUMN));
        violated("/periods", () -> revise(indicator, period("2026-01-01", "2026-06-29", "50"), AUTUMN));
        assertTrue(revise(indicator, period("2026-01-01", "2026-06-30", "200")) != null);
        assertEquals(
                0, new BigDecimal("0.125").compareTo(indicator.achievement()), "reckoned anew from the new target");
    }

    @Test
    void onlyLeadPartiesDefineAndMeasureAndOnlyUntilTheInitiativeIsOver() {
        Indicator indicator = defined(SPRING);
        IndicatorDetails details = details("Improved airspace control", SPRING);
        assertThrows(NotAllowed.class, () -> define(details, "FR"));
        assertThrows(NotAllowed.class, () -> indicator.revise(details, initiative, "FR"));
        assertThrows(NotAllowed.class, () -> indicator.measure(actual("1", "2026-02-01", null), initiative, by("FR")));
        for (Initiative over : List.of(Planned.closed(), Planned.cancelled())) {
            assertThrows(IllegalTransition.class, () -> Indicator.define(UUID.randomUUID(), over, details, GB, NOW));
            assertThrows(IllegalTransition.class, () -> indicator.revise(details, over, GB));
            assertThrows(
                    IllegalTransition.class, () -> indicator.measure(actual("1", "2026-02-01", null), over, by(GB)));
        }
    }

    @Test
    void theViewTellsWhatItsStatusRestsOn() {
        Indicator indicator = defined(SPRING, AUTUMN);
        assertEquals(IndicatorStatus.NO_DATA, IndicatorView.of(indicator, NOW).status());
        measure(indicator, "45", "2026-06-15", null);
        IndicatorView view = IndicatorView.of(indicator, NOW);
        assertEquals(IndicatorStatus.OFF_TRACK, view.status());
        assertEquals(
                "Measured on 2026-06-15: 45. Target by 2026-06-30: 50; on the day of the measurement it should be"
                        + " 45.8564. More is better.",
                view.explanation());
        IndicatorView later = IndicatorView.of(indicator, Instant.parse("2026-07-01T00:00:00Z"));
        assertTrue(later.explanation().contains("which has passed"));
        assertTrue(!later.tag().equals(view.tag()));
    }

    private Indicator defined(Period... periods) {
        return define(details("Improved airspace control", periods), GB);
    }

    private Indicator define(IndicatorDetails details, String by) {
        return Indicator.define(UUID.randomUUID(), initiative, details, by, NOW).aggregate();
    }

    private IndicatorEvent revise(Indicator indicator, Period... periods) {
        return indicator.revise(details("Improved airspace control", periods), initiative, GB);
    }

    @CanIgnoreReturnValue
    private IndicatorEvent measure(Indicator indicator, String value, String day, String reason) {
        return indicator.measure(actual(value, day, reason), initiative, by(GB));
    }

    private static RecordActual actual(String value, String day, String reason) {
        return new RecordActual(new BigDecimal(value), LocalDate.parse(day), "report", reason);
    }

    private static Recording by(String party) {
        return new Recording(UUID.randomUUID(), NOW, "client", party);
    }

    private static IndicatorDetails details(String outcome, Period... periods) {
        return new IndicatorDetails(
                "Share of the airspace covered",
                outcome,
                Measure.PERCENTAGE,
                null,
                true,
                new Baseline(BigDecimal.ZERO, LocalDate.parse("2025-12-31")),
                List.of(periods));
    }

    private static Period period(String start, String end, String target) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end), new BigDecimal(target));
    }

    private static void violated(String pointer, Executable verb) {
        RuleViolated refusal = assertThrows(RuleViolated.class, verb);
        assertEquals(pointer, refusal.problem("/", "").errors().get(0).pointer());
    }
}
