package org.coalition.meetings.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-12T10:00:00");
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @Test
    void itGivesTheInstancesOfTheRuleInTheirOrder() {
        assertEquals(
                List.of("2026-01-12T10:00", "2026-04-13T10:00", "2026-07-13T10:00", "2026-10-12T10:00"),
                Recurrence.checked("FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO", START, LONDON, "/rule")
                        .before(LocalDateTime.parse("2027-01-01T00:00:00"), 10)
                        .stream()
                        .map(LocalDateTime::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"FREQ=DAILY;COUNT=3,3", "FREQ=DAILY;UNTIL=20260114T100000Z,3", "FREQ=DAILY;UNTIL=20260114T095959Z,2"})
    void itEndsWhereTheRuleSaysSo(String rule, int instances) {
        assertEquals(instances, all(rule).size());
    }

    @Test
    void untilIsATimeInUtcWhateverTheClocksShow() {
        LocalDateTime summer = LocalDateTime.parse("2026-07-01T10:00:00");
        Recurrence rule = Recurrence.checked("FREQ=DAILY;UNTIL=20260703T090000Z", summer, LONDON, "/rule");
        assertEquals(3, rule.before(LocalDateTime.MAX, 10).size());
        assertEquals(
                "FREQ=DAILY;UNTIL=20260702T090000Z",
                rule.textUntil(summer.plusDays(1).atZone(LONDON).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "FREQ",
                "FREQ=",
                "freq=daily",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY",
                "FREQ=FORTNIGHTLY",
                "INTERVAL=1",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=1001",
                "FREQ=DAILY;INTERVAL=99999999999999999999",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=10001",
                "FREQ=DAILY;COUNT=2147483648",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z",
                "FREQ=DAILY;UNTIL=20270101",
                "FREQ=DAILY;UNTIL=20270101T000000",
                "FREQ=DAILY;UNTIL=20271301T000000Z",
                "FREQ=DAILY;UNTIL=20250101T000000Z",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9",
                "FREQ=DAILY;BYMINUTE=1",
                "FREQ=DAILY;BYSECOND=1",
                "FREQ=DAILY;BYEASTER=1",
                "FREQ=DAILY;BYDAY=XX",
                "FREQ=DAILY;BYMONTH=13",
                "FREQ=DAILY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYSETPOS=367",
                "FREQ=MONTHLY;BYDAY=",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "FREQ=DAILY;SKIP=FORWARD",
                "FREQ=DAILY;X-A=1",
                "FREQ=DAILY\r\nATTENDEE:mailto:a@b",
                "FREQ=DAILY;WKST=MO\n",
                "FREQ=DAILY ",
                "FREQ=DAILY;",
                "FREQ=MONTHLY;BYDAY=3MO",
                "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=DAILY;BYSETPOS=2;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1"
            })
    void whatIsNoRuleOrNeverComesIsRefusedWithItsPlaceAndSoon(String rule) {
        RuleViolated refusal = assertTimeoutPreemptively(
                AT_MOST,
                () -> assertThrows(RuleViolated.class, () -> Recurrence.checked(rule, START, LONDON, "/rule"), rule));
        assertEquals("/rule", refusal.problem(null, null).errors().get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=1000",
                "FREQ=YEARLY;INTERVAL=1000",
                "FREQ=DAILY;COUNT=10000",
                "FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO",
                "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=12,366,-366,1,2,3",
                "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12",
                "FREQ=YEARLY;BYWEEKNO=3;BYDAY=MO",
                "FREQ=YEARLY;BYYEARDAY=12;BYMONTH=1;BYMONTHDAY=12;BYDAY=MO"
            })
    void noRuleTakesMoreThanItsShare(String rule) {
        List<LocalDateTime> instances = assertTimeoutPreemptively(AT_MOST, () -> all(rule));
        assertTrue(instances.size() <= Recurrence.MOST);
        assertTrue(instances.get(instances.size() - 1).isBefore(START.plusYears(Recurrence.YEARS)));
    }

    @Test
    void anInstanceOnALeapDayIsFoundAlthoughYearsLieBetween() {
        LocalDateTime leap = LocalDateTime.parse("2028-02-29T10:00:00");
        List<LocalDateTime> instances = Recurrence.checked("FREQ=YEARLY", leap, LONDON, "/rule")
                .before(LocalDateTime.parse("2041-01-01T00:00:00"), 10);
        assertEquals(
                List.of(2028, 2032, 2036, 2040),
                instances.stream().map(LocalDateTime::getYear).toList());
    }

    @Test
    void aStartThatIsNoInstanceIsToldTheFirstOne() {
        RuleViolated refusal = assertThrows(
                RuleViolated.class, () -> Recurrence.checked("FREQ=WEEKLY;BYDAY=WE", START, LONDON, "/rule"));
        assertTrue(refusal.getMessage().contains("2026-01-14T10:00"), refusal.getMessage());
    }

    private static List<LocalDateTime> all(String rule) {
        return Recurrence.checked(rule, START, LONDON, "/rule").before(LocalDateTime.MAX, Recurrence.MOST);
    }
}
