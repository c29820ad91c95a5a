package org.coalition.meetings.meeting;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.MeetingsDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be in two meetings at once. */
@QuarkusTest
class ClashTest {
    private static final String WHY = "They meet in two rooms.";

    /** A name that no other test has. */
    private final String unique = UUID.randomUUID().toString();

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void aVenueIsForOneMeetingAtATime() {
        String first = drafted("COALITION", Map.of());
        ok(move(GB_CHAIR, first + "/convening"));
        String second = drafted("COALITION", Map.of());
        move(GB_CHAIR, second + "/convening")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("errors.pointer", contains("/location/venue"))
                .body("errors.code", contains("clash-venue"))
                .body("errors[0].detail", containsString(first));
        as(GB_CHAIR).get(second).then().body("status", equalTo("DRAFT"));
        as(GB_CHAIR).get(second + "/clashes").then().body("items.meetingId", contains(id(first)));
        ok(patch(
                GB_CHAIR,
                second,
                Map.of("plannedStart", "2026-01-12T13:00:00Z", "plannedEnd", "2026-01-12T14:00:00Z")));
        ok(move(GB_CHAIR, second + "/convening"));
    }

    @Test
    void aChairAndAHeadOfDelegationAreInOneMeetingAtATime() {
        Map<String, ?> elsewhere = Map.of("location", Map.of("country", "GB", "city", "Leeds"));
        Map<String, ?> chaired = Map.of("chair", Map.of("party", "GB", "name", unique));
        String first = drafted("COALITION", chaired);
        head(first, "FR");
        ok(move(GB_CHAIR, first + "/convening"));
        String sameChair = drafted("COALITION", chaired);
        ok(patch(GB_CHAIR, sameChair, elsewhere));
        move(GB_CHAIR, sameChair + "/convening").then().statusCode(409).body("errors.pointer", contains("/chair"));
        String sameHead = drafted("COALITION", elsewhere);
        head(sameHead, "FR");
        move(GB_CHAIR, sameHead + "/convening")
                .then()
                .statusCode(409)
                .body("errors.code", contains("clash-head-of-delegation"));
        String namesake = drafted("COALITION", elsewhere);
        head(namesake, "DE");
        ok(move(GB_CHAIR, namesake + "/convening"));
    }

    @Test
    void itIsConvenedAllTheSameWithAReasonThatIsRecorded() {
        String first = drafted("COALITION", Map.of());
        ok(move(GB_CHAIR, first + "/convening"));
        String second = drafted("COALITION", Map.of());
        for (String none : new String[] {null, " "}) {
            force(second, none).then().statusCode(400).body("errors[0].parameter", equalTo("reason"));
        }
        move(GB_CHAIR, second + "/convening?reason=why").then().statusCode(400);
        ok(force(second, WHY));
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            JsonPath event = JsonPath.from(topics.awaitEvent("org.coalition.meeting.convened.v1", second)
                    .value());
            assertEquals(WHY, event.getString("facts.reason"));
            assertEquals(List.of(id(first)), event.getList("facts.clashes"));
        }
    }

    @Test
    void aMeetingThatTheCallerMayNotKnowOfIsNotBetrayedByAClash() {
        Map<String, Object> own = own("RESTRICTED");
        own.put("host", "US");
        own.put("chair", Map.of("party", "US"));
        String secret = created(post(US_CHAIR, "/v1/meetings", own));
        ok(move(US_CHAIR, secret + "/convening"));
        String meeting = drafted("COALITION", Map.of());
        as(GB_CHAIR).get(meeting + "/clashes").then().body("items", hasSize(0));
        ok(move(GB_CHAIR, meeting + "/convening"));
        as(US_CHAIR).get(meeting + "/clashes").then().body("items.kind", contains("VENUE"));
        as(FR).get(meeting + "/clashes").then().body("items", hasSize(0));
    }

    @Test
    void ofMeetingsThatAreConvenedTogetherOneHasTheVenue() throws Exception {
        assertOneIsConvened(Map.of(), meeting -> {});
    }

    @Test
    void ofMeetingsThatAreConvenedTogetherOneHasTheChair() throws Exception {
        assertOneIsConvened(Map.of("chair", Map.of("party", "GB", "name", unique)), this::moveElsewhere);
    }

    @Test
    void ofMeetingsThatAreConvenedTogetherOneHasTheHead() throws Exception {
        assertOneIsConvened(Map.of(), meeting -> {
            moveElsewhere(meeting);
            head(meeting, "FR");
        });
    }

    private void moveElsewhere(String meeting) {
        ok(patch(GB_CHAIR, meeting, Map.of("location", Map.of("country", "GB", "city", "Leeds"))));
    }

    private void assertOneIsConvened(Map<String, ?> more, Consumer<String> preparation) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String meeting = drafted("COALITION", more);
            preparation.accept(meeting);
            calls.add(() -> move(GB_CHAIR, meeting + "/convening").statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 409), codes.toString());
    }

    @Test
    void whatIsOverOrCancelledClashesWithNothing() {
        String first = drafted("COALITION", Map.of());
        ok(move(GB_CHAIR, first + "/convening"));
        ok(move(GB_CHAIR, first + "/cancellation", Map.of("reason", "why")));
        String second = drafted("COALITION", Map.of());
        ok(move(GB_CHAIR, second + "/convening"));
        ok(move(GB_CHAIR, second + "/opening"));
        String third = drafted("COALITION", Map.of());
        move(GB_CHAIR, third + "/convening").then().statusCode(409);
        ok(move(GB_CHAIR, second + "/closing"));
        ok(move(GB_CHAIR, third + "/convening"));
    }

    private String drafted(String visibility, Map<String, ?> more) {
        Map<String, Object> details = own(visibility);
        details.putAll(more);
        return created(post(GB_CHAIR, "/v1/meetings", details));
    }

    private Map<String, Object> own(String visibility) {
        Map<String, Object> details = details(visibility);
        details.put("location", Map.of("country", "GB", "city", "London", "venue", unique));
        return details;
    }

    private void head(String meeting, String party) {
        post(GB_CHAIR, meeting + "/delegations", Map.of("party", party, "head", Map.of("name", "Head " + unique)))
                .then()
                .statusCode(201);
    }

    private static Response force(String meeting, String reason) {
        var request = as(GB_CHAIR).header("If-Match", etag(GB_CHAIR, meeting)).queryParam("force", true);
        return (reason == null ? request : request.queryParam("reason", reason)).post(meeting + "/convening");
    }
}
