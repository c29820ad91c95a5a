package org.coalition.meetings;

import static io.restassured.RestAssured.given;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract does not say is refused, and the refusal names the place. */
@QuarkusTest
class StrictRequestsTest {
    @Inject
    ObjectMapper json;

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/plannedStart | 5",
                "/plannedStart | 1.5",
                "/plannedStart | \"1700000000\"",
                "/plannedStart | \"\"",
                "/plannedStart | \"2026-01-12\"",
                "/plannedStart | \"2026-01-12T10:00:00\"",
                "/plannedStart | \"+12026-01-12T10:00:00Z\"",
                "/plannedStart | [2026,1,12]",
                "/plannedStart | 1e999999999",
                "/level | 0",
                "/level | \"\"",
                "/level | \"leaders\"",
                "/title | true",
                "/title | 1e999999999",
                "/title | {\"a\": 1}",
                "/title | \"\\ud800\"",
                "/title | \"\\udc00x\"",
                "/title | \"nul \\u0000\"",
                "/chair | \"GB\"",
                "/chair | \"\"",
                "/chair/name | \"\\ud83d\"",
                "/visibleTo | \"FR\"",
                "/visibleTo/0 | [5]",
                "/visibleTo/1 | [\"FR\", \"\\u0000\"]",
                "/nosuch | 1",
                "/id | \"x\"",
                "/status | \"CLOSED\""
            })
    void whatHasNotTheTypeOfTheContractIsNamed(String pointer, String value) {
        String property = pointer.split("/", -1)[1];
        String sent = pointer.equals("/chair/name") ? "{\"party\": \"GB\", \"name\": " + value + "}" : value;
        // Parties are put together as text: what is tried here is no proper JSON for a library to write.
        String patch = "{\"" + property + "\": " + sent + "}";
        Response answer = as(GB_CHAIR)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(convened("COALITION"));
        answer.then().statusCode(400).contentType("application/problem+json");
        assertEquals(pointer, answer.jsonPath().getString("errors[0].pointer"));
        Map<String, Object> details = details("COALITION");
        details.remove(property);
        String whole = text(details);
        post(GB_CHAIR, "/v1/meetings", whole.substring(0, whole.length() - 1) + ", " + patch.substring(1))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    /** Half of a character in the caller's words must not end up in the answer, which could not carry it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"\\ud800\": 1}",
                "{\"level\": \"\\ud800\"}",
                "{\"level\": \"12345678901234567890123456789012345678901234567890123456789\\ud83d\\ude00\"}"
            })
    void whatCannotBeEchoedIsRefusedAllTheSame(String body) {
        post(GB_CHAIR, "/v1/meetings", body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void timesAreKeptToTheMicrosecondAndAsTheyWereGiven() {
        Map<String, Object> details = details("COALITION");
        details.put("plannedStart", "2026-01-12T11:00:00.123456789+01:00");
        String meeting = created(post(GB_CHAIR, "/v1/meetings", details));
        as(GB_CHAIR).get(meeting).then().body("plannedStart", equalTo("2026-01-12T10:00:00.123456Z"));
        ok(patch(GB_CHAIR, meeting, Map.of("plannedStart", "2026-01-12T10:00:00.123456789Z")))
                .then()
                .header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"PT1S,200", "P90D,200", "PT0.5S,422", "PT-1S,422", "P91D,422", "P1Y,400", "5,400", "'',400"})
    void aPeriodIsADurationFromASecondToNinetyDays(String period, int status) {
        String decision = Fixtures.decision(Fixtures.inProgress("COALITION", List.of("FR")), "SILENCE");
        as(GB_CHAIR)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("period", period))
                .post(decision + "/silence-procedure")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=-1,limit",
        "limit=99999999999,limit",
        "limit=x,limit",
        "limit=,limit",
        "limit=1&limit=2,limit",
        "status=,status",
        "status=closed,status",
        "host=,host",
        "host=%00,host",
        "host=%ff,host",
        "from=2026-01-01,from",
        "from=%2B12026-01-01T00:00:00Z,from",
        "until=,until",
        "cursor=,cursor",
        "cursor=AAAA,cursor",
        "colour=red,colour",
        "Status=DRAFT,Status"
    })
    void aQueryParameterThatSaysNothingIsNoFilterButAFault(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(GB_CHAIR)
                .get("/v1/meetings?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/decisions,reviewDue=yes,reviewDue",
        "/v1/decision-register,year=MMXXVI,year",
        "/v1/decision-register,inForce=1,inForce",
        "/v1/decision-register,status=ADOPTED,status",
        "/v1/decision-register,cursor=AAAA,cursor",
        "/v1/reports/decision-latency,from=2026-01-01,from",
        "/v1/reports/decision-latency,until=,until"
    })
    void soItIsOfDecisionsTheirRegisterAndTheirReport(String path, String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get(path + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @CsvSource({
        "statements?status=OPEN,status",
        "statements?meetingId=1,meetingId",
        "statements?required=FR,required",
        "action-items?overdue=yes,overdue",
        "action-items?overdue=,overdue",
        "action-items?decisionId=x,decisionId",
        "action-items?dueOn=2026-01-01,dueOn",
        "parties/GB/contact-points?stale=1,stale",
        "parties/GB/contact-points?topic=,topic",
        "parties/GB/contact-points?limit=1,limit"
    })
    void aFilterThatIsNoneIsAFault(String query, String parameter) {
        as(GB_CHAIR).get("/v1/" + query).then().statusCode(400).body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "statements | {\"text\": 5} | 400 | /text",
                "statements | {\"text\": \" \"} | 422 | /text",
                "statements | {\"text\": \"a\", \"language\": \"English!\"} | 422 | /language",
                "statements | {\"text\": \"a\", \"requiredParties\": \"FR\"} | 400 | /requiredParties",
                "statements | {\"text\": \"a\", \"requiredParties\": [null]} | 422 | /requiredParties/0",
                "statements | {\"text\": \"a\", \"endorsements\": []} | 400 | /endorsements",
                "action-items | {\"title\": \"a\", \"owner\": \"FR\"} | 422 | /dueOn",
                "action-items | {\"title\": \"a\", \"owner\": \"fr\", \"dueOn\": \"2026-01-01\"} | 422 | /owner",
                "action-items | {\"title\": \"a\", \"owner\": \"FR\", \"dueOn\": \"2026-02-30\"} | 400 | /dueOn",
                "action-items | {\"title\": \"a\", \"owner\": \"FR\", \"dueOn\": 20260101} | 400 | /dueOn",
                "action-items | {\"title\": \"a\", \"owner\": \"FR\", \"dueOn\": \"2026-01-01\", \"status\": \"DONE\"} | 400 | /status"
            })
    void anOutcomeIsRecordedAsTheContractHasIt(String noun, String body, int status, String pointer) {
        String item = agendaItem(Fixtures.inProgress("COALITION", List.of("FR")), "Outcomes");
        post(GB_CHAIR, item + "/" + noun, body).then().statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aTextOfAStatementHasItsLimit() {
        String item = agendaItem(Fixtures.inProgress("COALITION", List.of("FR")), "Statement");
        created(post(GB_CHAIR, item + "/statements", Map.of("text", "€".repeat(50_000))));
        post(GB_CHAIR, item + "/statements", Map.of("text", "x".repeat(50_001)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/text"));
    }

    @Test
    void aCursorIsGoodForTheCollectionThatGaveItOnly() {
        convened("PUBLIC");
        convened("PUBLIC");
        String cursor = anonymous().get("/v1/meetings?limit=1").jsonPath().getString("next");
        anonymous().get("/v1/meetings?cursor=" + cursor).then().statusCode(200);
        for (String other : new String[] {
            "/v1/decisions",
            "/v1/decision-register",
            "/v1/recommendations",
            "/v1/parties",
            "/v1/statements",
            "/v1/action-items",
            "/v1/series"
        }) {
            anonymous()
                    .get(other + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html,406",
        "text/plain,406",
        "image/*;q=1,406",
        "application/json,200",
        "application/*;q=0.5,200",
        "*/*,200",
        "';;;',400",
        "application/json;q=abc,400",
        "json,400"
    })
    void onlyJsonIsToBeHad(String accept, int status) {
        Response answer = given().header("Accept", accept).get("/v1/meetings");
        answer.then().statusCode(status);
        if (status != 200) {
            answer.then().contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | /sections",
                "{\"sections\": []} | 422 | /sections",
                "{\"sections\": \"x\"} | 400 | /sections",
                "{\"sections\": [null]} | 422 | /sections/0",
                "{\"sections\": [{\"text\": \" \"}]} | 422 | /sections/0/text",
                "{\"sections\": [{\"text\": 5}]} | 400 | /sections/0/text",
                "{\"sections\": [{\"text\": \"nul \\u0000\"}]} | 400 | /sections/0/text",
                "{\"sections\": [{\"text\": \"x\", \"agendaItemId\": \"1\"}]} | 400 | /sections/0/agendaItemId",
                "{\"sections\": [{\"text\": \"x\"}], \"textVersion\": 7} | 400 | /textVersion",
                "{\"sections\": [{\"text\": \"x\"}], \"status\": \"APPROVED\"} | 400 | /status"
            })
    void minutesAreSectionsOfTextAndNothingElse(String body, int status, String pointer) {
        post(GB_CHAIR, closed("COALITION", List.of()) + "/minutes", body)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void minutesAreBounded() {
        String meeting = closed("COALITION", List.of());
        String[] sections = new String[201];
        Arrays.fill(sections, "x");
        post(GB_CHAIR, meeting + "/minutes", Fixtures.text(sections)).then().statusCode(422);
        post(GB_CHAIR, meeting + "/minutes", Fixtures.text("x".repeat(10_001)))
                .then()
                .statusCode(422);
        created(post(GB_CHAIR, meeting + "/minutes", Fixtures.text(Arrays.copyOf(sections, 200))));
    }

    @Test
    void aMethodThatAPathLacksIs405WithThoseThatItHas() {
        String meeting = convened("PUBLIC");
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "TRACE", "FOO"}) {
            refused(method, "/v1/meetings", "GET", "HEAD", "POST");
            refused(method, meeting, "GET", "HEAD", "PATCH");
            refused(method, meeting + "/opening", "POST");
            anonymous().request(method, "/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        }
        refused("HEAD", meeting + "/opening", "POST");
        refused("GET", meeting + "/agenda-order", "PUT");
        anonymous().head(meeting).then().statusCode(200).header("ETag", "\"2\"").header("Allow", nullValue());
        anonymous()
                .header("If-None-Match", "\"2\"")
                .head(meeting)
                .then()
                .statusCode(304)
                .header("ETag", "\"2\"");
    }

    @Test
    void aBodyIsJsonInUtf8AndSentAsItIs() throws Exception {
        assertEquals(400, sent(new byte[] {0, 0, 0, 0x7b, -1, -1, -1, -1}).statusCode());
        assertEquals(
                400,
                sent("{\"title\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .statusCode());
        as(GB_CHAIR)
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body("{}")
                .post("/v1/meetings")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatIsTooLargeIsAProblemAlsoIfItDidNotSaySo() throws Exception {
        byte[] body = new byte[2_000_000];
        Arrays.fill(body, (byte) ' ');
        HttpResponse<String> answer = sent(body);
        assertEquals(413, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        byte[] text = ("{\"title\": \"" + "x".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
        assertEquals(413, sent(text).statusCode());
    }

    @Test
    void aMergePatchRemovesReplacesAndLeavesBe() {
        String item = agendaItem(convened("COALITION"), "Item");
        ok(patch(GB_CHAIR, item, Map.of("focusArea", "US Coordination", "durationMinutes", 30)));
        Map<String, Object> removed = new HashMap<>();
        removed.put("focusArea", null);
        removed.put("presenter", "A. Person");
        ok(patch(GB_CHAIR, item, removed))
                .then()
                .body("focusArea", nullValue())
                .body("presenter", equalTo("A. Person"))
                .body("durationMinutes", equalTo(30))
                .body("title", not(nullValue()));
        for (String whole : new String[] {"[]", "null", "\"text\"", "5"}) {
            as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(whole)
                    .patch(item)
                    .then()
                    .statusCode(400);
        }
    }

    private static void refused(String method, String path, String... allowed) {
        Response answer = anonymous().request(method, path);
        answer.then().statusCode(405).contentType("application/problem+json");
        assertThat(
                method + " " + path,
                Arrays.asList(answer.header("Allow").split(", ", -1)),
                containsInAnyOrder(allowed));
    }

    /** Sends these bytes without announcing how many they are. */
    private static HttpResponse<String> sent(byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/meetings"))
                                .header("Authorization", "Bearer " + GB_CHAIR)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
