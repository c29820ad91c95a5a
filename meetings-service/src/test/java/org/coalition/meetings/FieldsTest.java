package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers that are cut to the fields that a caller wants. */
@QuarkusTest
class FieldsTest {
    @Test
    void aResourceHasTheWantedFieldsAndKeepsItsETag() {
        String meeting = convened("COALITION");
        Response cut = as(GB_CHAIR).get(meeting + "?fields=title,chair");
        assertEquals(
                Set.of("id", "version", "title", "chair"),
                cut.jsonPath().<String, Object>getMap("$").keySet());
        assertEquals(etag(GB_CHAIR, meeting), cut.header("ETag"));
        assertEquals("application/json", cut.contentType().replaceFirst(";.*", ""));
        as(GB_CHAIR)
                .header("If-None-Match", cut.header("ETag"))
                .get(meeting + "?fields=title")
                .then()
                .statusCode(304);
        as(GB_CHAIR)
                .header("If-Match", cut.header("ETag"))
                .contentType("application/merge-patch+json")
                .body(Map.of("title", "Other"))
                .patch(meeting)
                .then()
                .statusCode(200);
    }

    @Test
    void theItemsOfAPageHaveTheWantedFieldsAndThePageItsNext() {
        convened("COALITION");
        convened("COALITION");
        Response cut = as(GB_CHAIR).get("/v1/meetings?limit=1&fields=id");
        cut.then().statusCode(200).body("items", hasSize(1));
        assertEquals(
                Set.of("id", "version"),
                cut.jsonPath().<String, Object>getMap("items[0]").keySet());
        assertNotNull(cut.path("next"));
    }

    @Test
    void aFieldThatIsNotThereIsRefusedWithThoseThatAre() {
        as(GB_CHAIR)
                .get("/v1/meetings?fields=id,secret")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo("fields"))
                .body("errors[0].code", equalTo("unknown-field"))
                .body("errors[0].detail", containsString("plannedStart"));
        as(GB_CHAIR).get("/v1/meetings?fields=id,").then().statusCode(400);
        as(GB_CHAIR).get("/v1/meetings?fields=chair.party").then().statusCode(400);
    }

    @Test
    void whatIsNoReadOrNoJsonTakesNone() {
        String meeting = convened("COALITION");
        as(GB_CHAIR)
                .header("If-Match", "*")
                .post(meeting + "/opening?fields=id")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
        as(GB_CHAIR)
                .accept("text/calendar")
                .get(meeting + "/calendar?fields=id")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
    }

    @Test
    void aProblemIsToldInFull() {
        as(GB_CHAIR)
                .get("/v1/meetings/01234567-89ab-7cde-8f01-23456789abcd?fields=id")
                .then()
                .statusCode(404)
                .body("title", equalTo("There is no such resource"));
    }
}
