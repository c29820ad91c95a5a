package org.coalition.meetings.consultation;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.MeetingsDatabase;
import org.coalition.meetings.MeetingsDriver;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsultationResourceTest {
    private static final Map<String, String> TEXT = Map.of("text", "Generators are sent at once.", "period", "PT1H");

    @Inject
    TestClock clock;

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void thePartiesAcknowledgeADecisionIsTakenAndTheMinutesAreCounted() {
        String consultation = called("RESTRICTED", "FR", "US");
        timing(consultation)
                .then()
                .body("firstAcknowledged.minutes", nullValue())
                .body("firstAcknowledged.explanation", containsString("None of 2"))
                .body("acknowledged.FR.minutes", nullValue())
                .body("decided.explanation", equalTo("No text has been put to the parties."));
        clock.advance(Duration.ofMinutes(3));
        ok(acknowledge(FR, consultation)).then().body("status", equalTo("IN_CONSULTATION"));
        clock.advance(Duration.ofMinutes(4));
        ok(acknowledge(US, consultation));
        clock.advance(Duration.ofMinutes(3));
        String decision = "/v1/decisions/"
                + ok(move(GB_CHAIR, consultation + "/silence-procedure", TEXT)).path("decisionId");
        as(FR).get(decision)
                .then()
                .body("status", equalTo("UNDER_SILENCE"))
                .body("entitledParties", contains("FR", "GB", "US"));
        timing(consultation).then().body("decided.explanation", containsString("UNDER_SILENCE"));
        clock.advance(Duration.ofHours(2));
        Response timing = timing(consultation);
        assertMinutes(3, timing, "firstAcknowledged.minutes");
        assertMinutes(7, timing, "allAcknowledged.minutes");
        assertMinutes(3, timing, "acknowledged.FR.minutes");
        assertMinutes(7, timing, "acknowledged.US.minutes");
        assertMinutes(70, timing, "decided.minutes");
        as(FR).get(decision).then().body("registerNumber", containsString("DEC/"));
        ok(move(GB_CHAIR, consultation + "/conclusion", Map.of("reason", "Generators are on their way.")))
                .then()
                .body("status", equalTo("CONCLUDED"));
        move(GB_CHAIR, consultation + "/cancellation", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("state", equalTo("CONCLUDED"));
    }

    @Test
    void theTextIsPutAtAnOnlineMeetingOfThosePartiesWithOneItem() {
        String consultation = called("RESTRICTED", "FR", "US");
        Response opened = ok(move(GB_CHAIR, consultation + "/silence-procedure", TEXT));
        String meeting = "/v1/meetings/" + opened.path("meetingId");
        as(FR).get(meeting)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("format", equalTo("ONLINE"))
                .body("host", equalTo("GB"))
                .body("visibleTo", contains("FR", "GB", "US"));
        as(FR).get(meeting + "/agenda")
                .then()
                .body("items.kind", contains("CONSULTATION"))
                .body(
                        "items.id",
                        contains(as(FR).get("/v1/decisions/" + opened.path("decisionId"))
                                .<String>path("agendaItemId")));
        as(DE).get(meeting).then().statusCode(404);
        post(
                        FR,
                        "/v1/decisions/" + opened.path("decisionId") + "/objections",
                        Map.of("kind", "OBJECTION", "statement", "Not so."))
                .then()
                .statusCode(200);
        timing(consultation).then().body("decided.explanation", containsString("BROKEN"));
        move(GB_CHAIR, consultation + "/silence-procedure", TEXT)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"));
        move(GB_CHAIR, consultation + "/cancellation", Map.of("reason", "x"))
                .then()
                .statusCode(409);
    }

    @Test
    void anAcknowledgementThatIsRepeatedChangesNothing() {
        String consultation = called("COALITION", "FR", "US");
        Response first = ok(acknowledge(FR, consultation));
        clock.advance(Duration.ofMinutes(1));
        Response again = ok(acknowledge(FR, consultation));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        ok(move(GB_CHAIR, consultation + "/conclusion", Map.of("reason", "over")));
        ok(acknowledge(FR, consultation));
        acknowledge(US, consultation).then().statusCode(409).body("state", equalTo("CONCLUDED"));
        acknowledge(DE, consultation).then().statusCode(403);
    }

    @Test
    void acknowledgementsThatComeTogetherAreAllTakenOnce() throws Exception {
        String consultation = called("COALITION", "DE", "FR", "UA", "US");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String token : List.of(DE, FR, UA, US)) {
            calls.addAll(Collections.nCopies(
                    4, () -> acknowledge(token, consultation).statusCode()));
        }
        assertEquals(Collections.nCopies(16, 200), atOnce(calls));
        as(DE).get(consultation)
                .then()
                .header("ETag", "\"5\"")
                .body("acknowledgements.size()", equalTo(4))
                .body("allAcknowledgedAt", not(nullValue()));
    }

    @Test
    void ofTwoThatPutATextOneDoesAndOfTheOtherNothingIsLeft() throws Exception {
        String title = "Race " + UUID.randomUUID();
        Map<String, Object> call = call("COALITION", "FR");
        call.put("title", title);
        String consultation = created(post(GB_CHAIR, "/v1/consultations", call));
        List<Integer> codes = atOnce(Collections.nCopies(4, () -> as(GB_CHAIR)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(TEXT)
                .post(consultation + "/silence-procedure")
                .statusCode()));
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(3, Collections.frequency(codes, 409), codes.toString());
        assertEquals(1, count("meeting", title));
        assertEquals(1, count("agenda_item", title));
        as(GB_CHAIR)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(TEXT)
                .post(consultation + "/silence-procedure")
                .then()
                .statusCode(412);
        as(GB_CHAIR)
                .contentType("application/json")
                .body(TEXT)
                .post(consultation + "/silence-procedure")
                .then()
                .statusCode(428);
        move(US_CHAIR, consultation + "/silence-procedure", TEXT).then().statusCode(403);
        assertEquals(1, count("meeting", title));
    }

    /** Half of it must not stay if the rest fails: here the last part, which the database refuses. */
    @Test
    void ifTheDecisionCannotBeMadeThereIsNoMeetingEither() throws Exception {
        String title = "Torn " + UUID.randomUUID();
        Map<String, Object> call = call("COALITION", "FR");
        call.put("title", title);
        String consultation = created(post(GB_CHAIR, "/v1/consultations", call));
        MeetingsDatabase.execute("CREATE OR REPLACE FUNCTION torn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'torn' USING ERRCODE = 'check_violation'; END $$");
        MeetingsDatabase.execute("CREATE OR REPLACE TRIGGER torn BEFORE INSERT ON decision FOR EACH ROW"
                + " WHEN (NEW.text = 'Torn') EXECUTE FUNCTION torn()");
        move(GB_CHAIR, consultation + "/silence-procedure", Map.of("text", "Torn", "period", "PT1H"))
                .then()
                .statusCode(422);
        assertEquals(0, count("meeting", title));
        assertEquals(0, count("agenda_item", title));
        as(FR).get(consultation)
                .then()
                .header("ETag", "\"1\"")
                .body("status", equalTo("CALLED"))
                .body("decisionId", nullValue());
    }

    @Test
    void whatIsRestrictedIsForTheConsultedAndTheConvener() {
        String consultation = called("RESTRICTED", "FR");
        as(FR).get(consultation).then().statusCode(200).body("visibleTo", contains("FR", "GB"));
        ok(acknowledge(FR, consultation));
        for (String path : List.of(consultation, consultation + "/timing")) {
            as(US).get(path).then().statusCode(404);
            anonymous().get(path).then().statusCode(404);
        }
        acknowledge(US, consultation).then().statusCode(404);
        as(US).get("/v1/consultations?limit=200").then().body("items.id", not(hasItem(id(consultation))));
        as(FR).get("/v1/consultations?limit=200&status=IN_CONSULTATION")
                .then()
                .body("items.id", hasItem(id(consultation)));
        as(FR).get("/v1/consultations?limit=200&status=CALLED").then().body("items.id", not(hasItem(id(consultation))));
        try (Topics topics = Topics.fromStart("coalition.meetings", "coalition.meetings.restricted")) {
            var heard = topics.awaitEvent("org.coalition.consultation.acknowledged.v1", consultation);
            assertEquals("coalition.meetings.restricted", heard.topic());
            assertEquals(id(consultation), heard.key());
        }
    }

    @Test
    void byDefaultEveryPartyIsConsultedAndAnUnknownOneIsRefused() {
        Map<String, Object> everybody = call("COALITION");
        everybody.remove("consultedParties");
        as(GB_CHAIR)
                .get(created(post(GB_CHAIR, "/v1/consultations", everybody)))
                .then()
                .body("consultedParties", hasItems("DE", "EU", "FR", "NATO", "UA", "US"))
                .body("consultedParties", not(hasItem("GB")));
        post(GB_CHAIR, "/v1/consultations", call("COALITION", "FR", "XX"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/consultedParties/1"));
        post(GB_CHAIR, "/v1/consultations", call("RESTRICTED", "GB"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("nobody-consulted"));
        Map<String, Object> empty = call("COALITION", "FR");
        empty.put("proposedResponses", List.of());
        post(GB_CHAIR, "/v1/consultations", empty).then().statusCode(422);
        post(FR, "/v1/consultations", call("COALITION", "US")).then().statusCode(403);
        move(GB_CHAIR, called("COALITION", "FR") + "/silence-procedure", Map.of("text", "x", "period", "PT73H"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/period"));
    }

    @Test
    void theReportHasTheMediansOverWhatTheCallerMayKnowOf() {
        clock.advance(Duration.ofDays(1));
        String from = clock.instant().toString();
        String quick = called("COALITION", "FR");
        String slow = called("COALITION", "FR");
        String secret = called("RESTRICTED", "FR");
        called("COALITION", "FR", "US");
        String cancelled = called("COALITION", "FR");
        ok(move(GB_CHAIR, cancelled + "/cancellation", Map.of("reason", "all clear")));
        clock.advance(Duration.ofMinutes(2));
        ok(acknowledge(FR, quick));
        ok(move(GB_CHAIR, quick + "/silence-procedure", TEXT));
        clock.advance(Duration.ofMinutes(4));
        ok(acknowledge(FR, slow));
        clock.advance(Duration.ofMinutes(4));
        ok(acknowledge(FR, secret));
        clock.advance(Duration.ofHours(2));
        String path = "/v1/reports/consultations?from=" + from + "&until=" + clock.instant();
        Response others = as(US).get(path);
        others.then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("consultations.size()", equalTo(3))
                .body("firstAcknowledged.counted", equalTo(2))
                .body("firstAcknowledged.outstanding", equalTo(1))
                .body("decided.counted", equalTo(1))
                .body("decided.outstanding", equalTo(2));
        assertMinutes(4, others, "firstAcknowledged.median");
        assertMinutes(4, others, "allAcknowledged.median");
        assertMinutes(62, others, "decided.median");
        Response own = as(FR).get(path);
        own.then().body("consultations.size()", equalTo(4)).body("firstAcknowledged.counted", equalTo(3));
        assertMinutes(6, own, "firstAcknowledged.median");
        anonymous().get(path).then().body("consultations.size()", equalTo(0)).body("decided.median", nullValue());
    }

    @CanIgnoreReturnValue
    private static String called(String visibility, String... consulted) {
        return created(post(GB_CHAIR, "/v1/consultations", call(visibility, consulted)));
    }

    private static Map<String, Object> call(String visibility, String... consulted) {
        Map<String, Object> call = new HashMap<>();
        call.put("title", "Power grid");
        call.put("trigger", "The power grid was attacked.");
        call.put("proposedResponses", List.of("Send generators", "Send engineers"));
        call.put("level", "SENIOR_OFFICIALS");
        call.put("visibility", visibility);
        call.put("consultedParties", List.of(consulted));
        return call;
    }

    private static Response acknowledge(String token, String consultation) {
        return as(token).post(consultation + "/acknowledgements");
    }

    private static Response timing(String consultation) {
        return ok(as(GB_CHAIR).get(consultation + "/timing"));
    }

    /** The test itself takes a few seconds beside what the clock is advanced by. */
    private static void assertMinutes(double expected, Response answer, String path) {
        double minutes = answer.jsonPath().getDouble(path);
        assertTrue(minutes >= expected && minutes < expected + 1, path + " is " + minutes);
    }

    private static long count(String table, String title) throws Exception {
        return MeetingsDatabase.number("SELECT count(*) FROM " + table + " WHERE title = '" + title + "'");
    }
}
