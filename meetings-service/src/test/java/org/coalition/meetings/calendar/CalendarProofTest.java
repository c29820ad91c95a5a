package org.coalition.meetings.calendar;

import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.series.Consultations.established;
import static org.coalition.meetings.series.Consultations.meetingOf;
import static org.coalition.meetings.series.Consultations.monday;
import static org.coalition.meetings.series.Consultations.planned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coalition.meetings.TestClock;
import org.coalition.meetings.series.Consultations.Occurrences;
import org.junit.jupiter.api.Test;

/** A series over both changes of the clocks, with everything that can happen to an occurrence: what the API says is what calendars read. */
@QuarkusTest
class CalendarProofTest {
    @Inject
    TestClock clock;

    private LocalDateTime start;
    private String series;

    @Test
    void twoReadersAndTheApiTellTheSame() throws Exception {
        aYearOfConsultations();
        Instant from = Occurrences.instant(start.minusDays(1));
        Instant until = Occurrences.instant(start.plusWeeks(40));
        for (String token : new String[] {GB_CHAIR, FR}) {
            byte[] feed = feed(token);
            Set<String> told = told(token, from, until);
            assertEquals(told, ReadFeed.byBiweekly(feed, from, until), text(feed));
            assertEquals(told, ReadFeed.byIcal4j(feed, from, until), text(feed));
            assertEquals(token.equals(GB_CHAIR) ? 41 : 38, told.size(), told.toString());
        }
    }

    @Test
    void theRuleIsOnTheMasterAndWhatDiffersStandsBesideIt() throws Exception {
        aYearOfConsultations();
        String feed = text(feed(GB_CHAIR)).replace("\r\n ", "");
        String uid = "UID:series-" + id(series);
        assertEquals(1 + 9, feed.split(uid + "@coalition\r\n", -1).length - 1, feed);
        assertTrue(feed.contains(uid + "-" + Occurrences.id(start.plusWeeks(10)) + "@coalition\r\n"), feed);
        assertEquals(2, feed.split("RRULE:FREQ=WEEKLY", -1).length - 1, feed);
        assertTrue(feed.contains("EXDATE;TZID=Europe/London:" + Occurrences.id(start.plusWeeks(5)) + "\r\n"), feed);
        assertTrue(
                feed.contains("RECURRENCE-ID;TZID=Europe/London:" + Occurrences.id(start.plusWeeks(1)) + "\r\n"), feed);
        assertTrue(feed.contains("RRULE:FREQ=WEEKLY;UNTIL="), feed);
        assertEquals(1, feed.split("STATUS:CANCELLED", -1).length - 1, feed);
    }

    @Test
    void aSeriesThatBeginsAtATimeShownTwiceIsReadAsItIsMeant() throws Exception {
        LocalDateTime sunday = monday(clock, 11).minusDays(8);
        LocalDateTime autumn = sunday.toLocalDate()
                .withMonth(10)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY))
                .minusDays(1)
                .atTime(1, 30);
        series = established(autumn, "FREQ=DAILY;COUNT=3", "COALITION");
        Instant from = Occurrences.instant(autumn);
        Instant until = from.plusSeconds(5 * 86_400L);
        assertEquals(
                List.of(from, from.plusSeconds(86_400), from.plusSeconds(86_400 + 90_000)),
                as(GB_CHAIR)
                        .get(series + "/occurrences?from=" + from)
                        .jsonPath()
                        .getList("items.start", String.class)
                        .stream()
                        .map(Instant::parse)
                        .toList());
        assertEquals(told(GB_CHAIR, from, until), ReadFeed.byIcal4j(feed(GB_CHAIR), from, until));
    }

    /** Mondays from March on; in the eleventh week it moves to Tuesday afternoon. */
    private void aYearOfConsultations() {
        start = monday(clock, 3);
        series = established(start, "FREQ=WEEKLY", "COALITION");
        act("exclusions", Map.of("occurrence", Occurrences.id(start.plusWeeks(5)), "reason", "holiday"));
        JsonPath plan = planned(series, Occurrences.instant(start.plusWeeks(12).plusDays(1)));
        LocalDateTime moved = start.plusWeeks(1).plusDays(2).plusHours(6);
        ok(patch(
                GB_CHAIR,
                meetingOf(plan, start.plusWeeks(1)),
                Map.of(
                        "title",
                        "Moved; by two days, \"really\"",
                        "plannedStart",
                        Occurrences.instant(moved).toString(),
                        "plannedEnd",
                        Occurrences.instant(moved.plusHours(1)).toString())));
        convened(plan, 1);
        convened(plan, 2);
        convened(plan, 3);
        ok(move(GB_CHAIR, meetingOf(plan, start.plusWeeks(3)) + "/cancellation", Map.of("reason", "strike")));
        convened(plan, 4);
        ok(move(GB_CHAIR, meetingOf(plan, start.plusWeeks(4)) + "/postponement", Map.of("reason", "fog")));
        act(
                "phases",
                Map.of(
                        "from", Occurrences.id(start.plusWeeks(10)),
                        "start", start.plusWeeks(10).plusDays(1).plusHours(4).plusMinutes(30) + ":00",
                        "rule", "FREQ=WEEKLY",
                        "duration", "PT90M",
                        "reason", "Mondays are taken"));
        LocalDateTime tuesday = start.plusWeeks(30).plusDays(1).plusHours(4).plusMinutes(30);
        act("exclusions", Map.of("occurrence", Occurrences.id(tuesday), "reason", "holiday"));
    }

    private void convened(JsonPath plan, int week) {
        ok(move(GB_CHAIR, meetingOf(plan, start.plusWeeks(week)) + "/convening"));
    }

    private void act(String action, Map<String, ?> body) {
        ok(move(GB_CHAIR, series + "/" + action, body));
    }

    private Set<String> told(String token, Instant from, Instant until) {
        List<Map<String, Object>> items = ok(as(token).get(series + "/occurrences?from=" + from + "&until=" + until))
                .jsonPath()
                .getList("items");
        Set<String> told = new TreeSet<>();
        for (Map<String, Object> item : items) {
            if (!item.containsKey("excludedFor")) {
                told.add(
                        item.get("start") + " " + status((String) item.get("meetingStatus")) + " " + item.get("title"));
            }
        }
        return told;
    }

    private static String status(String meeting) {
        return switch (String.valueOf(meeting)) {
            case "null", "DRAFT", "POSTPONED" -> "TENTATIVE";
            case "CANCELLED" -> "CANCELLED";
            default -> "CONFIRMED";
        };
    }

    private byte[] feed(String token) {
        Response answer = as(token).accept("text/calendar").get(series + "/calendar");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.asByteArray();
    }

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }
}
