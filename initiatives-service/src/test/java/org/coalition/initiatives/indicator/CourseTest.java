package org.coalition.initiatives.indicator;

import static org.coalition.initiatives.indicator.IndicatorStatus.ACHIEVED;
import static org.coalition.initiatives.indicator.IndicatorStatus.NO_DATA;
import static org.coalition.initiatives.indicator.IndicatorStatus.OFF_TRACK;
import static org.coalition.initiatives.indicator.IndicatorStatus.ON_TRACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseTest {
    /** Ten days, so that each is a tenth of the way. */
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    private static final LocalDate LAST = LocalDate.parse("2026-03-10");

    @Test
    void whatRisesIsOnTrackIfItIsAsHighAsTheLineOnItsDay() {
        Course course = course(Measure.UNIT, true, "20", "120");
        assertEquals(NO_DATA, course.status(null, FIRST));
        assertEquals(OFF_TRACK, course.status(actual("69.9999", 5), FIRST.plusDays(4)));
        assertEquals(ON_TRACK, course.status(actual("70", 5), FIRST.plusDays(4)));
        assertEquals(ON_TRACK, course.status(actual("119.9999", 9), LAST));
        assertEquals(ACHIEVED, course.status(actual("120", 2), LAST));
        assertEquals("70", course.expected(FIRST.plusDays(4)).toPlainString());
        assertEquals("30", course.expected(FIRST).toPlainString());
        assertEquals("120", course.expected(LAST).toPlainString());
    }

    @Test
    void whatFallsIsOnTrackIfItIsAsLowAsTheLineOnItsDay() {
        Course course = course(Measure.PERCENTAGE, false, "120", "20");
        assertEquals(OFF_TRACK, course.status(actual("70.0001", 5), FIRST.plusDays(4)));
        assertEquals(ON_TRACK, course.status(actual("70", 5), FIRST.plusDays(4)));
        assertEquals(OFF_TRACK, course.status(actual("120", 5), FIRST.plusDays(4)));
        assertEquals(ACHIEVED, course.status(actual("20", 5), FIRST.plusDays(4)));
        assertEquals(ACHIEVED, course.status(actual("-3", 5), FIRST.plusDays(4)));
    }

    @Test
    void whenThePeriodHasEndedOnlyTheTargetWillDo() {
        Course course = course(Measure.UNIT, true, "0", "100");
        assertEquals(ON_TRACK, course.status(actual("90", 9), LAST));
        assertEquals(OFF_TRACK, course.status(actual("90", 9), LAST.plusDays(1)));
        assertEquals(ACHIEVED, course.status(actual("100", 9), LAST.plusDays(1)));
    }

    @Test
    void aThirdIsNotRounded() {
        Course course =
                new Course(Measure.UNIT, true, BigDecimal.ZERO, new Period(FIRST, FIRST.plusDays(2), BigDecimal.ONE));
        assertEquals(OFF_TRACK, course.status(actual("0.3333", 1), FIRST));
        assertEquals(ON_TRACK, course.status(actual("0.3334", 1), FIRST));
        assertEquals("0.3333", course.expected(FIRST).toPlainString());
    }

    @Test
    void aPeriodOfOneDayAndATargetThatIsTheBaselineDivideByNothing() {
        Course day = new Course(Measure.UNIT, true, BigDecimal.ZERO, new Period(FIRST, FIRST, BigDecimal.TEN));
        assertEquals(OFF_TRACK, day.status(actual("9", 1), FIRST));
        assertEquals("10", day.expected(FIRST).toPlainString());
        Course flat = course(Measure.UNIT, true, "5", "5");
        assertEquals(ACHIEVED, flat.status(actual("5", 1), FIRST));
        assertEquals(OFF_TRACK, flat.status(actual("4", 1), FIRST));
    }

    @Test
    void whereValuesHaveAnOrderOnlyTheWayIsAStepAtTheEnd() {
        Course course = course(Measure.ORDINAL, true, "2", "4");
        assertEquals(ON_TRACK, course.status(actual("2", 9), LAST));
        assertEquals(OFF_TRACK, course.status(actual("1", 9), LAST));
        assertEquals(OFF_TRACK, course.status(actual("3", 10), LAST));
        assertEquals(ACHIEVED, course.status(actual("4", 1), FIRST));
    }

    @Test
    void whereValuesHaveNotEvenThatOnlyTheTargetItselfWillDo() {
        Course course = new Course(Measure.NOMINAL, true, null, new Period(FIRST, LAST, BigDecimal.ONE));
        assertEquals(OFF_TRACK, course.status(actual("2", 1), FIRST));
        assertEquals(ACHIEVED, course.status(actual("1.0", 1), FIRST));
        assertNull(course.expected(FIRST));
    }

    @Test
    void anAchievementIsThePartOfTheWayInEitherDirection() {
        assertAchieved("0.500000", Measure.UNIT, true, "20", "120", "70");
        assertAchieved("0.500000", Measure.UNIT, false, "120", "20", "70");
        assertAchieved("0", Measure.UNIT, true, "20", "120", "10");
        assertAchieved("1", Measure.UNIT, false, "120", "20", "0");
        assertAchieved("1", Measure.UNIT, true, "5", "5", "5");
        assertAchieved("0", Measure.UNIT, true, "5", "5", "4");
        assertAchieved("0", Measure.ORDINAL, true, "2", "4", "3");
        assertAchieved("1", Measure.ORDINAL, false, "4", "2", "2");
        assertEquals(
                BigDecimal.ONE,
                Achievement.of(Measure.NOMINAL, true, null, new BigDecimal("3"), new BigDecimal("3.0")));
        assertNull(Achievement.of(Measure.UNIT, true, BigDecimal.ZERO, BigDecimal.TEN, null));
    }

    private static void assertAchieved(
            String part, Measure measure, boolean ascending, String baseline, String target, String actual) {
        BigDecimal achieved = Achievement.of(
                measure, ascending, new BigDecimal(baseline), new BigDecimal(target), new BigDecimal(actual));
        assertEquals(0, new BigDecimal(part).compareTo(achieved), achieved.toString());
    }

    private static Course course(Measure measure, boolean ascending, String from, String target) {
        return new Course(measure, ascending, new BigDecimal(from), new Period(FIRST, LAST, new BigDecimal(target)));
    }

    private static Actual actual(String value, int day) {
        return new Actual(
                null,
                1,
                new RecordActual(new BigDecimal(value), FIRST.plusDays(day - 1), "report", null),
                new Recording(UUID.randomUUID(), Instant.EPOCH, "client", "GB"));
    }
}
