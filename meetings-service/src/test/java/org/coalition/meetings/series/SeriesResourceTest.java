package org.coalition.meetings.series;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.coalition.meetings.series.Consultations.act;
import static org.coalition.meetings.series.Consultations.established;
import static org.coalition.meetings.series.Consultations.meetingOf;
import static org.coalition.meetings.series.Consultations.monday;
import static org.coalition.meetings.series.Consultations.plan;
import static org.coalition.meetings.series.Consultations.planned;
import static org.coalition.meetings.series.Consultations.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coalition.meetings.MeetingsDatabase;
import org.coalition.meetings.TestClock;
import org.coalition.meetings.series.Consultations.Occurrences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SeriesResourceTest {
    private static final String MONTHLY = "FREQ=MONTHLY;BYDAY=1MO";

    @Inject
    TestClock clock;

    private LocalDateTime start;

    @BeforeEach
    void start() {
        start = monday(clock, 1);
    }

    @Test
    void anOccurrenceBecomesAMeetingWithTheAgendaOfTheSeriesOnce() {
        String series = established(start, MONTHLY, "COALITION");
        JsonPath first = planned(series, Occurrences.instant(start.plusWeeks(6)));
        assertEquals(2, first.getList("items").size());
        String meeting = meetingOf(first, start);
        as(GB_CHAIR)
                .get(meeting)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("seriesId", equalTo(id(series)))
                .body("occurrence", equalTo(Occurrences.id(start)))
                .body("plannedStart", equalTo(Occurrences.instant(start).toString()))
                .body(
                        "plannedEnd",
                        equalTo(Occurrences.instant(start.plusHours(2)).toString()))
                .body("location.venue", startsWith("Room "));
        as(GB_CHAIR)
                .get(meeting + "/agenda")
                .then()
                .body("items.title", contains("State of play", "Coordination"))
                .body("items.position", contains(1, 2));
        assertEquals(
                first.getList("items.meetingId"),
                planned(series, Occurrences.instant(start.plusWeeks(6))).getList("items.meetingId"));
        as(GB_CHAIR).get("/v1/meetings?seriesId=" + id(series)).then().body("items", hasSize(2));
        as(DE).get("/v1/meetings?seriesId=" + id(series)).then().body("items", empty());
        as(DE).get(series + "/occurrences?from=" + Occurrences.instant(start))
                .then()
                .body("items[0].occurrence", equalTo(Occurrences.id(start)))
                .body("items.meetingId", everyItem(nullValue()));
    }

    @Test
    void ofThoseWhoPlanAtTheSameTimeEachFindsTheSameMeetings() throws Exception {
        String series = established(start, MONTHLY, "COALITION");
        List<String> answers =
                atOnce(Collections.nCopies(8, () -> ok(plan(series, Occurrences.instant(start.plusWeeks(6))))
                        .jsonPath()
                        .getList("items.meetingId")
                        .toString()));
        assertEquals(1, answers.stream().distinct().count(), answers.toString());
        assertEquals(2, MeetingsDatabase.number("SELECT count(*) FROM meeting WHERE series_id = '" + id(series) + "'"));
        assertEquals(
                4,
                MeetingsDatabase.number("SELECT count(*) FROM agenda_item WHERE meeting_id IN"
                        + " (SELECT id FROM meeting WHERE series_id = '" + id(series) + "')"));
    }

    @Test
    void moreThanTwelveAtOnceArePlannedNotAtAll() {
        String series = established(start, "FREQ=WEEKLY", "COALITION");
        plan(series, Occurrences.instant(start.plusWeeks(13)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"))
                .body("errors[0].detail", startsWith("13 meetings would be drafted"));
        as(GB_CHAIR).get("/v1/meetings?seriesId=" + id(series)).then().body("items", empty());
        assertEquals(
                12,
                planned(series, Occurrences.instant(start.plusWeeks(12)))
                        .getList("items")
                        .size());
        assertEquals(
                13,
                planned(series, Occurrences.instant(start.plusWeeks(13)))
                        .getList("items")
                        .size());
        plan(series, Occurrences.instant(start.plusYears(9))).then().statusCode(422);
    }

    @Test
    void onlyHostAndChairPlanAndFromTheVersionTheyHaveSeen() {
        String series = established(start, MONTHLY, "COALITION");
        Map<String, String> until =
                Map.of("until", Occurrences.instant(start.plusWeeks(6)).toString());
        post(GB_CHAIR, series + "/planning", until).then().statusCode(428);
        as(GB_CHAIR)
                .header("If-Match", "\"99\"")
                .contentType("application/json")
                .body(until)
                .post(series + "/planning")
                .then()
                .statusCode(412);
        act(US_CHAIR, series, "planning", until).then().statusCode(403);
        act(FR, series, "planning", until).then().statusCode(403);
    }

    @Test
    void oneOccurrenceIsMovedByItsMeetingAndKeepsItsId() {
        String series = established(start, MONTHLY, "COALITION");
        String meeting = meetingOf(planned(series, Occurrences.instant(start.plusWeeks(6))), start);
        LocalDateTime moved = start.plusDays(1).plusHours(4);
        ok(patch(
                GB_CHAIR,
                meeting,
                Map.of(
                        "plannedStart",
                        Occurrences.instant(moved).toString(),
                        "plannedEnd",
                        Occurrences.instant(moved.plusHours(1)).toString())));
        occurrences(series)
                .then()
                .body("items[0].occurrence", equalTo(Occurrences.id(start)))
                .body("items[0].start", equalTo(Occurrences.instant(moved).toString()))
                .body(
                        "items[0].originalStart",
                        equalTo(Occurrences.instant(start).toString()))
                .body("items[0].inPattern", equalTo(true));
    }

    @Test
    void anOccurrenceWithoutAMeetingIsLeftOutAndOneWithAMeetingIsCancelled() {
        String series = established(start, "FREQ=WEEKLY", "COALITION");
        JsonPath plan = planned(series, Occurrences.instant(start.plusDays(1)));
        exclude(series, start).then().statusCode(409);
        exclude(series, start.plusDays(1)).then().statusCode(422).body("errors[0].code", equalTo("unknown-occurrence"));
        ok(exclude(series, start.plusWeeks(1)))
                .then()
                .body("exclusions.occurrence", contains(Occurrences.id(start.plusWeeks(1))));
        ok(exclude(series, start.plusWeeks(1))).then().body("version", equalTo(2));
        ok(move(GB_CHAIR, meetingOf(plan, start) + "/cancellation", Map.of("reason", "strike")));
        JsonPath after = planned(series, Occurrences.instant(start.plusDays(15)));
        assertEquals(
                List.of("CANCELLED", "DRAFT"),
                after.getList("items.meetingStatus").stream()
                        .filter(Objects::nonNull)
                        .toList());
        assertEquals("holiday", after.getString("items[1].excludedFor"));
        ok(act(GB_CHAIR, series, "reinstatements", Map.of("occurrence", Occurrences.id(start.plusWeeks(1)))))
                .then()
                .body("exclusions", empty());
    }

    @Test
    void thisAndFollowingChangeAndTheMeetingsLeftStandingAreReported() {
        String series = established(start, "FREQ=WEEKLY", "COALITION");
        JsonPath plan = planned(series, Occurrences.instant(start.plusDays(22)));
        String held = meetingOf(plan, start);
        ok(move(GB_CHAIR, held + "/convening"));
        ok(move(GB_CHAIR, held + "/opening"));
        String before = as(GB_CHAIR).get(held).asString();
        LocalDateTime tuesday = start.plusWeeks(2).plusDays(1);
        Response answer = ok(act(
                GB_CHAIR,
                series,
                "phases",
                Map.of(
                        "from", Occurrences.id(start.plusWeeks(2)),
                        "start", Occurrences.text(tuesday),
                        "rule", "FREQ=WEEKLY",
                        "duration", "PT1H",
                        "reason", "Mondays are taken")));
        answer.then()
                .header("ETag", "\"2\"")
                .body("series.phases", hasSize(2))
                .body(
                        "standing.meetingId",
                        contains(id(meetingOf(plan, start.plusWeeks(2))), id(meetingOf(plan, start.plusWeeks(3)))))
                .body("standing.inPattern", everyItem(equalTo(false)));
        assertEquals(before, as(GB_CHAIR).get(held).asString());
        occurrences(series)
                .then()
                .body(
                        "items.findAll { it.inPattern }.occurrence[0..3]",
                        contains(
                                Occurrences.id(start),
                                Occurrences.id(start.plusWeeks(1)),
                                Occurrences.id(tuesday),
                                Occurrences.id(tuesday.plusWeeks(1))))
                .body("items.findAll { !it.inPattern }", hasSize(2));
        act(
                        GB_CHAIR,
                        series,
                        "phases",
                        Map.of(
                                "from", Occurrences.id(start),
                                "start", Occurrences.text(tuesday.plusDays(1)),
                                "rule", "FREQ=WEEKLY",
                                "duration", "PT1H",
                                "reason", "why"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("held"));
    }

    @Test
    void allThatIsNotHeldChangesIfNoOccurrenceIsNamed() {
        String series = established(start, "FREQ=WEEKLY", "COALITION");
        LocalDateTime later = start.plusHours(5);
        ok(act(
                        GB_CHAIR,
                        series,
                        "phases",
                        Map.of(
                                "start",
                                Occurrences.text(later),
                                "rule",
                                "FREQ=WEEKLY",
                                "duration",
                                "PT1H",
                                "reason",
                                "why")))
                .then()
                .body("series.phases", hasSize(1))
                .body("standing", empty());
        occurrences(series).then().body("items[0].occurrence", equalTo(Occurrences.id(later)));
    }

    @Test
    void whatWaitsComesOntoTheNextAgendaOnce() throws Exception {
        String series = established(start, MONTHLY, "COALITION");
        Map<String, String> point = Map.of("kind", "DISCUSSION", "title", "Reconstruction");
        ok(post(US, series + "/backlog", point)).then().body("backlog.addedBy", contains("US"));
        post(DE, series + "/backlog", point).then().statusCode(403);
        act(GB_CHAIR, series, "backlog-transfer", Map.of()).then().statusCode(409);
        JsonPath plan = planned(series, Occurrences.instant(start.plusWeeks(6)));
        String etag = etag(GB_CHAIR, series);
        List<Integer> codes = atOnce(Collections.nCopies(6, () -> as(GB_CHAIR)
                .header("If-Match", etag)
                .contentType("application/json")
                .body("{}")
                .post(series + "/backlog-transfer")
                .statusCode()));
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(5, Collections.frequency(codes, 412), codes.toString());
        as(GB_CHAIR).get(series).then().body("backlog", empty());
        as(GB_CHAIR)
                .get(meetingOf(plan, start) + "/agenda")
                .then()
                .body("items.title", contains("State of play", "Coordination", "Reconstruction"));
        ok(act(GB_CHAIR, series, "backlog-transfer", Map.of()));
        as(GB_CHAIR).get(meetingOf(plan, start) + "/agenda").then().body("items", hasSize(3));
    }

    @Test
    void pointsThatComeTogetherAreAllKept() throws Exception {
        String series = established(start, MONTHLY, "COALITION");
        List<Integer> codes = atOnce(Collections.nCopies(
                8, () -> post(US, series + "/backlog", Map.of("kind", "DISCUSSION", "title", "Point"))
                        .statusCode()));
        assertEquals(Collections.nCopies(8, 200), codes);
        as(US).get(series).then().body("backlog", hasSize(8));
    }

    @ParameterizedTest
    @CsvSource({
        "rule,FREQ=SECONDLY,422,/rule",
        "rule,FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31,422,/rule",
        "start,2026-01-12T10:00:00Z,400,/start",
        "start,2026-01-12,400,/start",
        "start,2026-02-30T10:00:00,400,/start",
        "start,9999-12-31T10:00:00,422,/start",
        "start,0001-01-01T10:00:00,422,/start",
        "duration,PT0S,422,/duration",
        "duration,P15D,422,/duration",
        "timeZone,Europe/Nowhere,422,/timeZone",
        "interval,P0D,422,/interval",
        "interval,P11Y,422,/interval",
        "interval,P-1M,422,/interval",
        "interval,PT5M,400,/interval",
        "counterpart,XX,422,/counterpart",
        "host,XX,422,/host"
    })
    void whatCannotBeASeriesIsRefusedWithItsPlace(String property, String value, int status, String pointer) {
        Map<String, Object> body = request(start, MONTHLY, "COALITION");
        body.put(property, value);
        post(GB_CHAIR, "/v1/series", body).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01T00:00:00Z&until=2030-01-01T00:00:00Z,until",
        "from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z,until",
        "from=yesterday,from"
    })
    void aWindowOfOccurrencesIsBounded(String query, String parameter) {
        as(GB_CHAIR)
                .get(established(start, MONTHLY, "COALITION") + "/occurrences?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void aSeriesIsEditedByMergePatchButNotItsRule() {
        String series = established(start, MONTHLY, "RESTRICTED");
        ok(patch(GB_CHAIR, series, Map.of("title", "Talks", "interval", "P6W")))
                .then()
                .body("title", equalTo("Talks"))
                .body("interval", equalTo("P42D"))
                .body("visibleTo", contains("GB", "US"));
        patch(GB_CHAIR, series, Map.of("rule", "FREQ=DAILY")).then().statusCode(400);
        patch(GB_CHAIR, series, Map.of("host", "XX")).then().statusCode(422);
        patch(US_CHAIR, series, Map.of("title", "Ours")).then().statusCode(403);
        assertNotEquals(200, as(DE).get(series).statusCode());
    }

    private static Response exclude(String series, LocalDateTime occurrence) {
        return act(
                GB_CHAIR, series, "exclusions", Map.of("occurrence", Occurrences.id(occurrence), "reason", "holiday"));
    }

    private Response occurrences(String series) {
        return ok(as(GB_CHAIR).get(series + "/occurrences?from=" + Occurrences.instant(start)));
    }
}
