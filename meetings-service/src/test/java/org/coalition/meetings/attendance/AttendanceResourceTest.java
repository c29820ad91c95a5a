package org.coalition.meetings.attendance;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttendanceResourceTest {
    private static final Map<String, ?> PRESENT = Map.of("presence", "PRESENT", "arrivedAt", "2026-01-12T10:00:00Z");

    @Test
    void itIsRecordedByHostOrChairFromTheOpeningUntilTheMinutesAreApproved() {
        String meeting = convened("COALITION");
        String delegation = delegation(meeting, "FR");
        post(GB_CHAIR, delegation + "/attendance", PRESENT)
                .then()
                .statusCode(409)
                .body("state", equalTo("CONVENED"));
        ok(move(GB_CHAIR, meeting + "/opening"));
        post(FR, delegation + "/attendance", PRESENT).then().statusCode(403);
        String attendance = created(post(GB_CHAIR, delegation + "/attendance", PRESENT));
        as(DE).get(attendance).then().body("party", equalTo("FR")).body("presence", equalTo("PRESENT"));
        ok(move(GB_CHAIR, meeting + "/closing"));
        ok(patch(GB_CHAIR, attendance, Map.of("leftAt", "2026-01-12T12:00:00Z")));
        patch(GB_CHAIR, attendance, Map.of("leftAt", "2026-01-12T09:00:00Z"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/leftAt"));
        patch(GB_CHAIR, attendance, Map.of("party", "DE")).then().statusCode(400);
    }

    @Test
    void itIsRecordedOnceHoweverManyTry() throws Exception {
        String meeting = convened("COALITION");
        String delegation = delegation(meeting, "FR");
        ok(move(GB_CHAIR, meeting + "/opening"));
        List<Integer> codes = atOnce(Collections.nCopies(
                8, () -> post(GB_CHAIR, delegation + "/attendance", PRESENT).statusCode()));
        assertEquals(1, Collections.frequency(codes, 201), codes.toString());
        assertEquals(7, Collections.frequency(codes, 409), codes.toString());
        as(FR).get(meeting + "/attendances").then().body("items", hasSize(1));
    }

    @Test
    void fewerMayKnowOfItThanOfTheMeeting() {
        String meeting = convened("COALITION");
        String delegation = delegation(meeting, "FR");
        ok(move(GB_CHAIR, meeting + "/opening"));
        try (Topics topics = Topics.fromNow("coalition.meetings", "coalition.meetings.restricted")) {
            String attendance = created(post(
                    GB_CHAIR,
                    delegation + "/attendance",
                    Map.of("presence", "REMOTE", "visibility", "RESTRICTED", "visibleTo", List.of("DE"))));
            for (String token : List.of(FR, DE, GB_CHAIR)) {
                as(token).get(attendance).then().statusCode(200);
                as(token).get(meeting + "/attendances").then().body("items", hasSize(1));
            }
            as(US).get(attendance).then().statusCode(404);
            as(US).get(meeting + "/attendances").then().body("items", hasSize(0));
            as(US).get(delegation).then().statusCode(200).body("$", not(hasKey("presence")));
            assertEquals(
                    "coalition.meetings.restricted",
                    topics.awaitEvent("org.coalition.attendance.recorded.v1", attendance)
                            .topic());
        }
    }

    @Test
    void theQuorumIsComputedFromTheRequiredParties() {
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("requiredParties", List.of("FR", "DE", "US"))));
        String fr = delegation(meeting, "FR");
        String de = delegation(meeting, "DE");
        String us = delegation(meeting, "US");
        ok(move(FR, fr + "/reply", Map.of("rsvp", "ACCEPTED")));
        ok(move(GB_CHAIR, meeting + "/opening"));
        as(FR).get(meeting + "/quorum")
                .then()
                .body("reached", equalTo(false))
                .body("missing", contains("DE", "FR", "US"))
                .body("expected", contains("FR"));
        post(GB_CHAIR, fr + "/attendance", Map.of("presence", "PRESENT")).then().statusCode(201);
        String absent = created(post(GB_CHAIR, de + "/attendance", Map.of("presence", "ABSENT")));
        post(GB_CHAIR, us + "/attendance", Map.of("presence", "REMOTE", "visibility", "RESTRICTED"))
                .then()
                .statusCode(201);
        as(GB_CHAIR)
                .get(meeting + "/quorum")
                .then()
                .body("present", contains("FR", "US"))
                .body("missing", contains("DE"))
                .body("withheld", equalTo(0));
        as(FR).get(meeting + "/quorum")
                .then()
                .body("present", contains("FR"))
                .body("missing", contains("DE", "US"))
                .body("withheld", equalTo(1));
        ok(patch(GB_CHAIR, absent, Map.of("presence", "REMOTE")));
        as(GB_CHAIR)
                .get(meeting + "/quorum")
                .then()
                .body("reached", equalTo(true))
                .body("explanation", equalTo("3 of 3 required parties are there."));
        as(FR).get(convened("COALITION") + "/quorum").then().body("reached", equalTo(true));
    }
}
