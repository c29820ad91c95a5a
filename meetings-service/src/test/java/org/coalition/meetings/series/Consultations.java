package org.coalition.meetings.series;

import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.meetings.MeetingsDriver;

/** Series that GB hosts and chairs, with the US as counterpart, on Mondays at ten in London; asked for over HTTP. */
public final class Consultations {
    private Consultations() {}

    /** The first Monday of a month, in the year after this one: ahead of every test's clock. */
    public static LocalDateTime monday(Clock clock, int month) {
        return LocalDate.of(clock.instant().atZone(ZoneOffset.UTC).getYear() + 1, month, 1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                .atTime(10, 0);
    }

    /** What establishes a series; its chair and venue are its own, so that its meetings clash with no others. */
    public static Map<String, Object> request(
            LocalDateTime start, String rule, String visibility, String... visibleTo) {
        Map<String, Object> request = new HashMap<>();
        request.put("title", "Consultations");
        request.put("level", "SENIOR_OFFICIALS");
        request.put("format", "ONLINE");
        request.put("host", "GB");
        request.put("chair", Map.of("party", "GB", "name", "Chair " + UUID.randomUUID()));
        request.put("counterpart", "US");
        request.put("interval", "P3M");
        request.put(
                "agenda",
                List.of(
                        Map.of("kind", "INFORMATION", "title", "State of play", "durationMinutes", 20),
                        Map.of("kind", "CONSULTATION", "title", "Coordination")));
        request.put("visibility", visibility);
        request.put("visibleTo", List.of(visibleTo));
        request.put("timeZone", "Europe/London");
        request.put("start", Occurrences.text(start));
        request.put("duration", "PT2H");
        request.put("rule", rule);
        request.put("location", Map.of("country", "GB", "city", "London", "venue", "Room " + UUID.randomUUID()));
        return request;
    }

    /** The path of a new series. */
    public static String established(LocalDateTime start, String rule, String visibility, String... visibleTo) {
        MeetingsDriver.registerParties();
        return created(post(GB_CHAIR, "/v1/series", request(start, rule, visibility, visibleTo)));
    }

    /** Plans until a time; what was there or came. */
    public static JsonPath planned(String series, Instant until) {
        return ok(plan(series, until)).jsonPath();
    }

    static Response plan(String series, Instant until) {
        return move(GB_CHAIR, series + "/planning", Map.of("until", until.toString()));
    }

    /** The path of the meeting of an occurrence. */
    public static String meetingOf(JsonPath occurrences, LocalDateTime occurrence) {
        return "/v1/meetings/"
                + occurrences.getString(
                        "items.find { it.occurrence == '" + Occurrences.id(occurrence) + "' }.meetingId");
    }

    /** Posts what an action needs, from the version that is there. */
    static Response act(String token, String series, String action, Map<String, ?> body) {
        return as(token)
                .header("If-Match", etag(GB_CHAIR, series))
                .contentType("application/json")
                .body(body)
                .post(series + "/" + action);
    }

    /** How a test writes occurrences. */
    public static final class Occurrences {
        private Occurrences() {}

        public static String id(LocalDateTime start) {
            return Recurrence.LOCAL.format(start);
        }

        static String text(LocalDateTime start) {
            return start.toString() + (start.getSecond() == 0 ? ":00" : "");
        }

        public static Instant instant(LocalDateTime start) {
            return start.atZone(ZoneId.of("Europe/London")).toInstant();
        }
    }
}
