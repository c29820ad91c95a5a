package org.coalition.meetings.minutes;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.Fixtures.text;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.coalition.meetings.minutes.MinutesDriver.agree;
import static org.coalition.meetings.minutes.MinutesDriver.circulated;
import static org.coalition.meetings.minutes.MinutesDriver.correction;
import static org.coalition.meetings.minutes.MinutesDriver.illegal;
import static org.coalition.meetings.minutes.MinutesDriver.propose;
import static org.coalition.meetings.minutes.MinutesDriver.until;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
class MinutesResourceTest {
    @Inject
    TestClock clock;

    @Test
    void theApprovalOfTheMinutesEndsTheMeetingInTheSameStep() {
        String meeting = closed("COALITION", List.of("FR", "GB"));
        String minutes = circulated(clock, meeting);
        agree(FR, minutes, 1).then().body("agreements.party", contains("FR"));
        ok(move(GB_CHAIR, minutes + "/approval"))
                .then()
                .body("status", equalTo("APPROVED"))
                .body("next", empty());
        as(FR).get(meeting).then().body("status", equalTo("MINUTES_APPROVED"));
        as(FR).get(meeting + "/minutes").then().header("ETag", "\"4\"").body("id", equalTo(id(minutes)));
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            assertEquals(
                    Topics.header(topics.awaitEvent("org.coalition.minutes.approved.v1", minutes), "ce_correlationid"),
                    Topics.header(
                            topics.awaitEvent("org.coalition.meeting.minutes-approved.v1", meeting),
                            "ce_correlationid"));
        }
    }

    @Test
    void whileThePartiesMayCommentTheApprovalIsRefusedAndTheMeetingStays() {
        String meeting = closed("COALITION", List.of("DE", "FR", "GB"));
        String minutes = circulated(clock, meeting);
        String etag = etag(GB_CHAIR, meeting);
        agree(FR, minutes, 1);
        move(GB_CHAIR, minutes + "/approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString(": DE."));
        String correction = propose(DE, minutes, 1, "Other.");
        clock.advance(Duration.ofMinutes(10));
        move(GB_CHAIR, minutes + "/approval").then().statusCode(409).body("detail", containsString("open (1)"));
        as(GB_CHAIR).get(meeting).then().header("ETag", etag).body("status", equalTo("CLOSED"));
        ok(move(GB_CHAIR, correction + "/rejection", Map.of("reason", "not so")))
                .then()
                .body("statusReason", equalTo("not so"));
        ok(move(GB_CHAIR, minutes + "/approval"));
        as(GB_CHAIR).get(meeting).then().body("status", equalTo("MINUTES_APPROVED"));
    }

    @Test
    void anIllegalMoveNamesTheStateAndTheAllowedMoves() {
        String meeting = closed("COALITION", List.of("FR"));
        String minutes = minutes(meeting, "First.");
        illegal(move(GB_CHAIR, minutes + "/approval"), "DRAFT", "CIRCULATED");
        illegal(
                move(
                        GB_CHAIR,
                        minutes + "/corrigenda",
                        Map.of("sections", List.of(Map.of("text", "x")), "reason", "y")),
                "DRAFT",
                "CIRCULATED");
        illegal(post(GB_CHAIR, minutes + "/corrections", correction(1, "x")), "DRAFT", "CIRCULATED");
        ok(move(GB_CHAIR, minutes + "/circulation", until(clock)));
        illegal(move(GB_CHAIR, minutes + "/circulation", until(clock)), "CIRCULATED", "APPROVED");
        illegal(patch(GB_CHAIR, minutes, text("Other.")), "CIRCULATED", "APPROVED");
        agree(FR, minutes, 1);
        ok(move(GB_CHAIR, minutes + "/approval"));
        for (String move : List.of("circulation", "approval")) {
            illegal(
                    move.equals("approval")
                            ? move(GB_CHAIR, minutes + "/approval")
                            : move(GB_CHAIR, minutes + "/circulation", until(clock)),
                    "APPROVED");
        }
        illegal(patch(GB_CHAIR, minutes, text("Other.")), "APPROVED");
        illegal(post(FR, minutes + "/corrections", correction(1, "x")), "APPROVED");
        as(GB_CHAIR).post(meeting + "/minutes-approval").then().statusCode(404);
    }

    @Test
    void minutesAreDraftedWhileTheMeetingRunsAndCirculatedWhenItIsClosed() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String minutes = minutes(meeting, "First.");
        illegal(move(GB_CHAIR, minutes + "/circulation", until(clock)), "IN_PROGRESS", "CLOSED");
        as(GB_CHAIR).get(minutes).then().header("ETag", "\"1\"").body("status", equalTo("DRAFT"));
        ok(patch(GB_CHAIR, minutes, text("First.", "Second."))).then().body("textVersion", equalTo(0));
        ok(move(GB_CHAIR, meeting + "/closing"));
        move(
                        GB_CHAIR,
                        minutes + "/circulation",
                        Map.of("commentUntil", clock.instant().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/commentUntil"));
        ok(move(GB_CHAIR, minutes + "/circulation", until(clock))).then().body("textVersion", equalTo(1));
    }

    @Test
    void approvedMinutesAreCorrectedByAVersionWithAReason() {
        String meeting = closed("PUBLIC", List.of());
        String item = id(meeting);
        String minutes = circulated(clock, meeting);
        ok(move(GB_CHAIR, minutes + "/approval"));
        String path = minutes + "/corrigenda";
        move(GB_CHAIR, path, Map.of("sections", List.of(Map.of("text", "x"))))
                .then()
                .statusCode(422);
        move(GB_CHAIR, path, Map.of("sections", List.of(Map.of("text", "x", "agendaItemId", item)), "reason", "y"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sections/0/agendaItemId"));
        ok(move(GB_CHAIR, path, Map.of("sections", List.of(Map.of("text", "Exact.")), "reason", "a slip")))
                .then()
                .body("status", equalTo("APPROVED"))
                .body("textVersion", equalTo(2));
        String etag = etag(GB_CHAIR, minutes);
        ok(move(GB_CHAIR, path, Map.of("sections", List.of(Map.of("text", "Exact.")), "reason", "again")));
        assertEquals(etag, etag(GB_CHAIR, minutes));
        anonymous()
                .get(minutes + "/versions")
                .then()
                .body("items.reason", contains("The text as it was circulated.", "a slip"));
        anonymous().get(meeting).then().body("status", equalTo("MINUTES_APPROVED"));
    }

    @Test
    void aSectionIsAboutAnItemOfItsOwnMeeting() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String own = id(agendaItem(meeting, "Own"));
        String other = id(agendaItem(inProgress("COALITION", List.of()), "Other"));
        post(GB_CHAIR, meeting + "/minutes", about(own, other))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sections/1/agendaItemId"));
        String minutes = created(post(GB_CHAIR, meeting + "/minutes", about(own)));
        patch(GB_CHAIR, minutes, about(other)).then().statusCode(422);
        as(GB_CHAIR).get(minutes).then().body("sections.agendaItemId", contains(own));
    }

    @Test
    void aDraftIsKnownToHostAndChairOnlyAndDoesNotWidenWithItsMeeting() {
        String meeting = closed("RESTRICTED", List.of("FR"), "FR");
        String minutes = minutes(meeting, "A secret for now.");
        for (String path : List.of(minutes, meeting + "/minutes", minutes + "/proceedings", minutes + "/corrections")) {
            as(FR).get(path).then().statusCode(404);
            as(GB_CHAIR).get(path).then().statusCode(200);
        }
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "PUBLIC")));
        as(GB_CHAIR).get(minutes).then().header("ETag", "\"1\"");
        as(FR).get(minutes).then().statusCode(404);
        anonymous().get(minutes).then().statusCode(404);
        ok(patch(GB_CHAIR, minutes, text("Not secret any more.")));
        ok(move(GB_CHAIR, minutes + "/circulation", until(clock)));
        anonymous().get(minutes).then().statusCode(200);
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            var opened = topics.awaitEvent("org.coalition.minutes.circulated.v1", minutes);
            assertEquals("true", Topics.header(opened, "ce_sequencestart"));
            assertEquals(
                    1,
                    topics.all().stream()
                            .filter(message -> minutes.equals(Topics.header(message, "ce_subject")))
                            .count());
            assertTrue(topics.all().stream()
                    .noneMatch(message -> String.valueOf(message.value()).contains("A secret for now.")));
        }
    }

    @Test
    void aMeetingHasOneRecordAlsoIfManyDraftItAtOnce() throws Exception {
        String meeting = closed("COALITION", List.of());
        List<Integer> codes = atOnce(Collections.nCopies(
                8, () -> post(GB_CHAIR, meeting + "/minutes", text("x")).statusCode()));
        assertEquals(1, Collections.frequency(codes, 201), codes.toString());
        assertEquals(7, Collections.frequency(codes, 409), codes.toString());
        post(US_CHAIR, meeting + "/minutes", text("x")).then().statusCode(403);
    }

    private static Map<String, Object> about(String... items) {
        return Map.of(
                "sections",
                List.of(items).stream()
                        .map(item -> Map.of("agendaItemId", item, "text", "x"))
                        .toList());
    }
}
