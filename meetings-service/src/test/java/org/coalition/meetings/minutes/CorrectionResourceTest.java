package org.coalition.meetings.minutes;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.coalition.meetings.minutes.MinutesDriver.agree;
import static org.coalition.meetings.minutes.MinutesDriver.approve;
import static org.coalition.meetings.minutes.MinutesDriver.circulated;
import static org.coalition.meetings.minutes.MinutesDriver.correction;
import static org.coalition.meetings.minutes.MinutesDriver.illegal;
import static org.coalition.meetings.minutes.MinutesDriver.propose;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorrectionResourceTest {
    @Inject
    TestClock clock;

    @Test
    void anAcceptedCorrectionIsANewTextWithItsReasonAndTheEarlierOneStaysReadable() {
        String minutes = circulated(clock, closed("PUBLIC", List.of("DE", "FR")));
        agree(DE, minutes, 1);
        String correction = propose(FR, minutes, 1, "Corrected.");
        move(FR, correction + "/acceptance", Map.of("reason", "ours")).then().statusCode(403);
        as(GB_CHAIR)
                .contentType("application/json")
                .body(Map.of("reason", "right"))
                .post(correction + "/acceptance")
                .then()
                .statusCode(428);
        ok(move(GB_CHAIR, correction + "/acceptance", Map.of("reason", "right")))
                .then()
                .body("status", equalTo("ACCEPTED"));
        illegal(move(GB_CHAIR, correction + "/rejection", Map.of("reason", "wrong")), "ACCEPTED");
        anonymous()
                .get(minutes)
                .then()
                .body("sections.text", contains("Corrected."))
                .body("textVersion", equalTo(2))
                .body("agreements", empty());
        agree(DE, minutes, 1, 409);
        anonymous()
                .get(minutes + "/versions")
                .then()
                .body("items.number", contains(1, 2))
                .body("items.reason", contains("The text as it was circulated.", "we said so"))
                .body("items[1].party", equalTo("GB"))
                .body("items[1].correctionId", equalTo(id(correction)))
                .body("items[1].createdAt", not(nullValue()));
        anonymous().get(minutes + "/versions/1").then().body("sections.text", contains("First."));
        anonymous().get(minutes + "/versions/2").then().body("sections.text", contains("Corrected."));
        for (String none : List.of("/versions/3", "/versions/0", "/versions/x", "/versions/99999999999")) {
            anonymous().get(minutes + none).then().statusCode(404);
        }
    }

    @Test
    void correctionsAreForThePartiesThatTakePartAndUntilTheTimeThatWasSet() {
        String minutes = circulated(clock, closed("COALITION", List.of("FR")));
        post(US, minutes + "/corrections", correction(1, "x")).then().statusCode(403);
        post(US, minutes + "/agreements", Map.of("textVersion", 1)).then().statusCode(403);
        post(FR, minutes + "/corrections", correction(2, "x"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/section"));
        post(FR, minutes + "/corrections", Map.of("section", 1, "text", "x", "reason", "y", "party", "DE"))
                .then()
                .statusCode(400);
        propose(FR, minutes, 1, "x");
        clock.advance(Duration.ofMinutes(10));
        post(FR, minutes + "/corrections", correction(1, "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"));
    }

    @Test
    void whatBelongsToMinutesIsWithheldWithTheMeeting() {
        String meeting = closed("COALITION", List.of("DE", "FR"));
        String minutes = circulated(clock, meeting);
        String correction = propose(FR, minutes, 1, "Corrected.");
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        for (String path : List.of(
                minutes,
                meeting + "/minutes",
                minutes + "/corrections",
                minutes + "/versions",
                minutes + "/versions/1",
                minutes + "/proceedings",
                correction)) {
            as(DE).get(path).then().statusCode(404);
            as(FR).get(path).then().statusCode(200);
        }
        post(DE, minutes + "/agreements", Map.of("textVersion", 1)).then().statusCode(404);
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            topics.awaitEvent("org.coalition.minutes.withheld.v1", minutes);
            topics.awaitEvent("org.coalition.minutes-correction.withheld.v1", correction);
            topics.awaitEvent("org.coalition.minutes-version.withheld.v1", minutes + "/versions/1");
        }
    }

    @Test
    void aPartyHasTwentyCorrectionsAlsoIfTheyComeAtOnce() throws Exception {
        String minutes = circulated(clock, closed("COALITION", List.of("FR", "DE")));
        List<Integer> codes = atOnce(Collections.nCopies(
                24, () -> post(FR, minutes + "/corrections", correction(1, "x")).statusCode()));
        assertEquals(20, Collections.frequency(codes, 201), codes.toString());
        assertEquals(4, Collections.frequency(codes, 409), codes.toString());
        propose(DE, minutes, 1, "x");
        assertEquals(
                21,
                as(FR).get(minutes + "/corrections?limit=200")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void correctionsAndTheApprovalThatComeTogetherAreInOneOrder() throws Exception {
        for (int round = 0; round < 4; round++) {
            String meeting = closed("COALITION", List.of("FR"));
            String minutes = circulated(clock, meeting);
            agree(FR, minutes, 1);
            List<Integer> codes = atOnce(List.of(
                    () -> post(FR, minutes + "/corrections", correction(1, "x")).statusCode(),
                    () -> approve(minutes),
                    () -> approve(minutes),
                    () -> post(FR, minutes + "/corrections", correction(1, "y")).statusCode()));
            assertTrue(List.of(200, 201, 409).containsAll(codes), codes.toString());
            boolean approved = codes.contains(200);
            assertEquals(approved ? 1 : 0, Collections.frequency(codes, 200), codes.toString());
            assertEquals(approved ? 0 : 2, Collections.frequency(codes, 201), codes.toString());
            as(FR).get(meeting).then().body("status", equalTo(approved ? "MINUTES_APPROVED" : "CLOSED"));
        }
    }

    @Test
    void ofManyWhoDecideOnOneCorrectionOneDoesAndTheTextChangesOnce() throws Exception {
        String minutes = circulated(clock, closed("COALITION", List.of("FR")));
        String correction = propose(FR, minutes, 1, "Corrected.");
        List<Integer> codes = atOnce(Collections.nCopies(6, () -> as(GB_CHAIR)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "right"))
                .post(correction + "/acceptance")
                .statusCode()));
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(5, Collections.frequency(codes, 412), codes.toString());
        as(FR).get(minutes).then().body("textVersion", equalTo(2)).body("approvedAt", nullValue());
    }
}
