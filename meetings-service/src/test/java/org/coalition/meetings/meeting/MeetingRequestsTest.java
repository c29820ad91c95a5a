package org.coalition.meetings.meeting;

import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;
import org.coalition.meetings.MeetingsDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service does with requests that it cannot take. */
@QuarkusTest
class MeetingRequestsTest {
    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlaces() {
        Map<String, Object> details = details("COALITION");
        details.put("title", " ");
        details.put("host", "gb");
        details.put("timeZone", "Europe/Atlantis");
        details.remove("level");
        post(GB_CHAIR, "/v1/meetings", details)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/host", "/level", "/timeZone", "/title"));
        details = details("COALITION", "XX");
        details.put("host", "ZZ");
        post(GB_CHAIR, "/v1/meetings", details)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/host", "/visibleTo/0"))
                .body("errors[0].code", equalTo("unknown-party"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        post(GB_CHAIR, "/v1/meetings", "{\"title\": ")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-json"));
        post(GB_CHAIR, "/v1/meetings", "{\"titel\": \"x\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/titel"))
                .body("errors[0].code", equalTo("unknown-property"));
        post(GB_CHAIR, "/v1/meetings", "{\"title\": 5}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"));
        post(GB_CHAIR, "/v1/meetings", "{\"level\": \"KINGS\"}")
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("'KINGS' is no one of LEADERS"));
        as(GB_CHAIR)
                .contentType("application/json")
                .post("/v1/meetings")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(GB_CHAIR)
                .get("/v1/meetings?status=SAD")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("status"));
        as(GB_CHAIR)
                .get("/v1/meetings?colour=red")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("colour"));
        as(GB_CHAIR)
                .get("/v1/meetings?until=&limit")
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(List.of("empty-parameter", "empty-parameter")));
        as(GB_CHAIR).get("/v1/meetings?limit=x").then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
        as(GB_CHAIR).get("/v1/meetings?cursor=x").then().statusCode(400).body("errors[0].parameter", equalTo("cursor"));
        as(GB_CHAIR).get("/v1/meetings/x").then().statusCode(404).contentType("application/problem+json");
        as(GB_CHAIR).get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        as(GB_CHAIR).delete("/v1/meetings").then().statusCode(405).header("Allow", not(equalTo(null)));
        as(GB_CHAIR)
                .contentType("text/plain")
                .body("x")
                .post("/v1/meetings")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void nothingIsAnsweredButJson() {
        for (String path : new String[] {"/v1/meetings", "/v1/parties", "/v1/parties/GB"}) {
            for (String accept : new String[] {"text/html", "text/plain", "application/xml"}) {
                as(GB_CHAIR)
                        .header("Accept", accept)
                        .get(path)
                        .then()
                        .statusCode(406)
                        .contentType("application/problem+json");
            }
            as(GB_CHAIR)
                    .header("Accept", "text/html, */*;q=0.1")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
    }

    @Test
    void hostileBodiesAreRefusedAndNeverFail() {
        Map<String, Object> details = details("COALITION");
        details.put("title", "nul \u0000");
        post(GB_CHAIR, "/v1/meetings", details).then().statusCode(400);
        details = details("COALITION");
        details.put("plannedStart", "+200000-01-01T00:00:00Z");
        details.put("plannedEnd", "+999999999-12-31T23:59:59Z");
        post(GB_CHAIR, "/v1/meetings", details)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(lessThan(500));
        for (String body : new String[] {
            "[".repeat(5000),
            "{\"title\":".repeat(5000),
            "null",
            "[]",
            "\"text\"",
            "{\"title\": \"a\", \"title\": \"b\"}",
            "{\"visibleTo\": [null]}",
            "{\"plannedStart\": 1e400}",
            "{} {}",
            "\uFEFF{}"
        }) {
            post(GB_CHAIR, "/v1/meetings", body)
                    .then()
                    .statusCode(greaterThanOrEqualTo(400))
                    .statusCode(lessThan(500))
                    .contentType("application/problem+json");
        }
        post(GB_CHAIR, "/v1/meetings", "{\"title\": \"" + "x".repeat(2_000_000) + "\"}")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void withoutAValidTokenNothingIsWritten() {
        anonymous()
                .contentType("application/json")
                .body(details("COALITION"))
                .post("/v1/meetings")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
        post("not-a-token", "/v1/meetings", details("COALITION")).then().statusCode(401);
        as("not-a-token").get("/v1/meetings").then().statusCode(401);
        post(FR, "/v1/meetings", details("COALITION")).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void aTokenThatDoesNotSayWhoTheCallerIsIsNoToken() {
        for (Tokens token : new Tokens[] {
            chair().with("sub", null),
            chair().with("sub", " "),
            chair().with("sub", "nul \u0000"),
            chair().with("party", "GB\u0000")
        }) {
            post(token.sign(), "/v1/meetings", details("COALITION"))
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("/problems/unauthorized"));
            as(token.sign()).get("/v1/meetings").then().statusCode(401);
        }
        post(chair().sign(), "/v1/meetings", details("COALITION")).then().statusCode(201);
    }

    private static Tokens chair() {
        return Tokens.client("gb-chair", "GB", List.of("chair"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            convened("PUBLIC");
        }
        String cursor = null;
        List<String> ids = new ArrayList<>();
        do {
            Response page = anonymous().get("/v1/meetings?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            ids.addAll(page.jsonPath().getList("items.id"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertEquals(ids.stream().distinct().sorted().toList(), ids);
    }
}
