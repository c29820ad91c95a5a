package org.coalition.meetings.meeting;

import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.meetings.MeetingsDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeetingSearchTest {
    /** A word that no other test has. */
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void wordsAreFoundInTitleAndSummaryByTheirStems() {
        String titled = meeting("COALITION", "Negotiations on " + word, null);
        String summed = meeting("COALITION", "Another", "They negotiated about " + word + " defences.");
        find(word).body("items.id", contains(id(titled), id(summed)));
        find(word + " negotiating").body("items.id", contains(id(titled), id(summed)));
        find(word + " defence").body("items.id", contains(id(summed)));
        find(word + " -defence").body("items.id", contains(id(titled)));
        find("\"" + word + " defence\"").body("items.id", contains(id(summed)));
        find(word + " peace").body("items", hasSize(0));
        ok(patch(GB_CHAIR, titled, Map.of("title", "Renamed")));
        find(word).body("items.id", contains(id(summed)));
    }

    @Test
    void aSearchFindsOnlyWhatTheCallerMayKnowOf() {
        String secret = meeting("RESTRICTED", "Secret " + word, null);
        find(word).body("items", hasSize(0));
        as(GB_CHAIR).queryParam("q", word).get("/v1/meetings").then().body("items.id", contains(id(secret)));
    }

    @Test
    void whateverIsSearchedForIsNoFault() {
        for (String odd : List.of("'", "\"", "((", "& | !", ":*", "\\", "-", "the", "%", "\u00e9\ud83d\ude00", " ")) {
            find(odd).contentType("application/json");
        }
        as(FR).queryParam("q", "x".repeat(201))
                .get("/v1/meetings")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("q"));
    }

    private static ValidatableResponse find(String words) {
        return as(FR).queryParam("q", words)
                .queryParam("limit", 200)
                .get("/v1/meetings")
                .then()
                .statusCode(200);
    }

    private static String meeting(String visibility, String title, String summary) {
        Map<String, Object> details = details(visibility);
        details.put("title", title);
        details.put("summary", summary);
        String meeting = created(post(GB_CHAIR, "/v1/meetings", details));
        ok(move(GB_CHAIR, meeting + "/convening"));
        return meeting;
    }
}
