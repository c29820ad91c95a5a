package org.coalition.meetings.meeting;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.MeetingsDriver;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeetingResourceTest {
    private static final String OPEN = "coalition.meetings";

    @Inject
    TestClock clock;

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void aMeetingGoesFromDraftToApprovedMinutes() {
        String meeting = draft("PUBLIC");
        for (String move : new String[] {"convening", "opening", "closing"}) {
            ok(move(GB_CHAIR, meeting + "/" + move));
        }
        ok(move(GB_CHAIR, circulated(meeting, clock.instant().plusSeconds(60), "All agreed.") + "/approval"));
        anonymous()
                .get(meeting)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"5\""))
                .body("status", equalTo("MINUTES_APPROVED"))
                .body("next", equalTo(List.of()));
    }

    @Test
    void anIllegalMoveNamesTheStateAndTheAllowedMoves() {
        String meeting = convened("COALITION");
        move(GB_CHAIR, meeting + "/closing")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/illegal-transition"))
                .body("state", equalTo("CONVENED"))
                .body("allowed", containsInAnyOrder("IN_PROGRESS", "POSTPONED", "CANCELLED"))
                .body("instance", equalTo(meeting + "/closing"))
                .body("traceId", not(equalTo(null)));
    }

    @Test
    void aPostponedMeetingKeepsItsPreviousStartAndIsConvenedAgain() {
        String meeting = convened("COALITION");
        ok(move(GB_CHAIR, meeting + "/postponement", Map.of("reason", "the host is ill")))
                .then()
                .body("status", equalTo("POSTPONED"))
                .body("statusReason", equalTo("the host is ill"))
                .body("previousStart", equalTo("2026-01-12T10:00:00Z"));
        ok(patch(
                GB_CHAIR,
                meeting,
                Map.of("plannedStart", "2026-02-12T10:00:00Z", "plannedEnd", "2026-02-12T12:00:00Z")));
        ok(move(GB_CHAIR, meeting + "/convening"))
                .then()
                .body("plannedStart", equalTo("2026-02-12T10:00:00Z"))
                .body("previousStart", equalTo("2026-01-12T10:00:00Z"));
    }

    @Test
    void onlyHostAndChairRunAMeeting() {
        String meeting = convened("COALITION");
        move(US_CHAIR, meeting + "/opening").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        move(FR, meeting + "/opening").then().statusCode(403);
        post(US_CHAIR, "/v1/meetings", details("COALITION")).then().statusCode(403);
    }

    @Test
    void aChangeNeedsTheVersionThatTheCallerHasSeen() {
        String meeting = convened("COALITION");
        as(GB_CHAIR).post(meeting + "/opening").then().statusCode(428).contentType("application/problem+json");
        as(GB_CHAIR)
                .header("If-Match", "\"1\"")
                .post(meeting + "/opening")
                .then()
                .statusCode(412);
        as(GB_CHAIR)
                .header("If-Match", "W/\"2\"")
                .post(meeting + "/opening")
                .then()
                .statusCode(412);
        as(GB_CHAIR).header("If-Match", "2").post(meeting + "/opening").then().statusCode(400);
        as(GB_CHAIR)
                .header("If-Match", "\"7\", \"2\"")
                .post(meeting + "/opening")
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeThatChangesNothingRaisesNoVersionAndSendsNothing() {
        String meeting = convened("COALITION");
        Response same = patch(GB_CHAIR, meeting, Map.of("title", "London meeting of leaders"));
        same.then().statusCode(200).header("ETag", "\"2\"");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Another title")));
        try (Topics topics = Topics.fromStart(OPEN)) {
            ConsumerRecord<String, String> revised = topics.awaitEvent("org.coalition.meeting.revised.v1", meeting);
            assertEquals("3", Topics.header(revised, "ce_sequence"));
            assertEquals(
                    2,
                    topics.all().stream()
                            .filter(message -> meeting.equals(Topics.header(message, "ce_subject")))
                            .count());
        }
    }

    @Test
    void theRightCopyIsNotSentAgain() {
        String meeting = convened("PUBLIC");
        String etag = etag(GB_CHAIR, meeting);
        anonymous()
                .header("If-None-Match", etag)
                .get(meeting)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        anonymous().header("If-None-Match", "W/" + etag).get(meeting).then().statusCode(304);
        anonymous().header("If-None-Match", "\"99\"").get(meeting).then().statusCode(200);
    }

    @Test
    void ofManyWritersWithOneEtagExactlyOneWins() throws Exception {
        String meeting = convened("COALITION");
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String title = "Title " + i;
            writers.add(() -> as(GB_CHAIR)
                    .header("If-Match", "\"2\"")
                    .contentType("application/merge-patch+json")
                    .body(Map.of("title", title))
                    .patch(meeting)
                    .statusCode());
        }
        List<Integer> codes = atOnce(writers);
        assertEquals(1, Collections.frequency(codes, 200));
        assertEquals(15, Collections.frequency(codes, 412));
        as(GB_CHAIR).get(meeting).then().header("ETag", "\"3\"");
    }
}
