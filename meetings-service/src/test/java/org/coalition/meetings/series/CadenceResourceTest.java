package org.coalition.meetings.series;

import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.series.Consultations.act;
import static org.coalition.meetings.series.Consultations.established;
import static org.coalition.meetings.series.Consultations.meetingOf;
import static org.coalition.meetings.series.Consultations.planned;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.coalition.meetings.TestClock;
import org.coalition.meetings.series.Consultations.Occurrences;
import org.junit.jupiter.api.Test;

/** How a series is kept, as the clock goes on. */
@QuarkusTest
class CadenceResourceTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    TestClock clock;

    @Test
    void whatWasHeldMissedAndIsAheadIsCountedByTheClock() {
        LocalDateTime start = noon().plusDays(1);
        String series = established(start, "FREQ=WEEKLY", "COALITION");
        JsonPath plan = planned(series, Occurrences.instant(start.plusDays(15)));
        ok(act(
                GB_CHAIR,
                series,
                "exclusions",
                Map.of("occurrence", Occurrences.id(start.plusWeeks(4)), "reason", "holiday")));
        ok(move(GB_CHAIR, meetingOf(plan, start.plusWeeks(1)) + "/cancellation", Map.of("reason", "strike")));
        cadence(series)
                .body("planned.count", equalTo(2))
                .body("held.count", equalTo(0))
                .body("missed.count", equalTo(1))
                .body("daysSinceLast", nullValue())
                .body("next", equalTo(Occurrences.instant(start).toString()))
                .body("dueOn", equalTo(start.toLocalDate().toString()))
                .body("overdue", equalTo(false))
                .body("missed.counted", notNullValue());
        String held = meetingOf(plan, start);
        ok(move(GB_CHAIR, held + "/convening"));
        clock.advance(Duration.ofDays(1));
        ok(move(GB_CHAIR, held + "/opening"));
        String tag = as(GB_CHAIR).get(series + "/cadence").header("ETag");
        cadence(series)
                .body("planned.count", equalTo(1))
                .body("held.count", equalTo(1))
                .body("daysSinceLast", equalTo(0))
                .body("next", equalTo(Occurrences.instant(start.plusWeeks(2)).toString()))
                .body("dueOn", equalTo(today().plusMonths(3).toString()));
        // The planned one of the third week is not opened; of the fourth and the sixth there is no meeting; the fifth
        // is left out.
        clock.advance(Duration.ofDays(36));
        cadence(series)
                .body("planned.count", equalTo(0))
                .body("held.count", equalTo(1))
                .body("missed.count", equalTo(4))
                .body("daysSinceLast", equalTo(36))
                .body("overdue", equalTo(false));
        assertNotEquals(tag, as(GB_CHAIR).get(series + "/cadence").header("ETag"));
        String now = as(GB_CHAIR).get(series + "/cadence").header("ETag");
        as(GB_CHAIR)
                .header("If-None-Match", now)
                .get(series + "/cadence")
                .then()
                .statusCode(304);
    }

    @Test
    void theListOfWhatIsOverdueSaysWhatTheCadenceSays() {
        LocalDateTime start = noon().plusDays(1);
        String never = established(start, "FREQ=WEEKLY", "COALITION");
        String unbound = established(start, "FREQ=WEEKLY", "COALITION");
        Map<String, Object> without = new HashMap<>();
        without.put("interval", null);
        ok(patch(GB_CHAIR, unbound, without));
        String kept = established(start, "FREQ=WEEKLY", "COALITION");
        ok(patch(GB_CHAIR, kept, Map.of("interval", "P1M")));
        String meeting = meetingOf(planned(kept, Occurrences.instant(start.plusDays(1))), start);
        ok(move(GB_CHAIR, meeting + "/convening"));
        ok(move(GB_CHAIR, meeting + "/opening"));
        long toDue = ChronoUnit.DAYS.between(today(), today().plusMonths(1));
        for (long day : new long[] {0, 1, 1, toDue - 2, 1}) {
            clock.advance(Duration.ofDays(day));
            for (String series : new String[] {never, unbound, kept}) {
                boolean overdue =
                        as(GB_CHAIR).get(series + "/cadence").jsonPath().getBoolean("overdue");
                assertEquals(overdue, listed(series, true), series + " on " + today());
                assertEquals(!overdue, listed(series, false), series + " on " + today());
            }
        }
        assertEquals(true, listed(never, true));
        assertEquals(false, listed(unbound, true));
        assertEquals(true, listed(kept, true));
    }

    private static boolean listed(String series, boolean overdue) {
        return as(GB_CHAIR)
                .get("/v1/series?limit=200&host=GB&overdue=" + overdue)
                .jsonPath()
                .getList("items.id")
                .contains(id(series));
    }

    private ValidatableResponse cadence(String series) {
        return ok(as(GB_CHAIR).get(series + "/cadence")).then();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    /** Away from midnight, so that the test's own time does not matter. */
    private LocalDateTime noon() {
        return today().atTime(12, 0);
    }
}
