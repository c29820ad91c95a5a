package org.coalition.meetings.agenda;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item of which fewer may know than of its meeting, and what belongs to it. */
@QuarkusTest
class ItemVisibilityTest {
    private static final Map<String, Object> FOR_FR = Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"));
    private static final String OPEN = "coalition.meetings";

    private String meeting;

    @BeforeEach
    void begin() {
        meeting = inProgress("PUBLIC", List.of("FR", "US", "GB"));
    }

    @Test
    void whatIsUnderARestrictedItemIsThereForThoseListedAndHostAndChairOnly() {
        String item = agendaItem(meeting, "Secret");
        String below = created(post(GB_CHAIR, item + "/sub-items", Map.of("kind", "DECISION", "title", "Below")));
        String decision = decision(below);
        ok(patch(GB_CHAIR, item, FOR_FR));
        for (String path : List.of(item, below, decision)) {
            as(FR).get(path).then().statusCode(200);
            as(GB_CHAIR).get(path).then().statusCode(200);
            as(US).get(path).then().statusCode(404);
            anonymous().get(path).then().statusCode(404);
        }
        as(US).get(meeting).then().statusCode(200);
        as(US).get(meeting + "/agenda").then().body("items", hasSize(0)).body("plannedMinutes", equalTo(0));
        as(FR).get(meeting + "/agenda").then().body("items", hasSize(2));
        String list = "/v1/decisions?meetingId=" + Fixtures.id(meeting);
        as(US).get(list).then().body("items", hasSize(0));
        anonymous().get(list).then().body("items", hasSize(0));
        as(FR).get(list).then().body("items", hasSize(1));
        post(US, decision + "/positions", Map.of("stance", "FOR")).then().statusCode(404);
        post(US, item + "/sub-items", Map.of("kind", "DECISION", "title", "Mine"))
                .then()
                .statusCode(404);
    }

    @Test
    void itIsWithheldFromTheOpenTopicWithAllThatBelongsToItAndDisclosedWhenItWidens() {
        try (Topics topics = Topics.fromNow(OPEN, OPEN + ".restricted")) {
            String item = agendaItem(meeting, "Secret");
            String below = created(post(GB_CHAIR, item + "/sub-items", Map.of("kind", "DECISION", "title", "Below")));
            String decision = decision(below);
            ok(patch(GB_CHAIR, item, FOR_FR));
            List<String> all = List.of(item, below, decision);
            for (String path : all) {
                topics.await(message -> isOf(message, path) && message.value() == null);
            }
            ok(patch(GB_CHAIR, decision, Map.of("text", "Still secret")));
            Map<String, Object> open = new HashMap<>();
            open.put("visibility", null);
            open.put("visibleTo", null);
            ok(patch(GB_CHAIR, item, open));
            for (String path : all) {
                topics.await(
                        message -> isOf(message, path) && "true".equals(Topics.header(message, "ce_sequencestart")));
                as(US).get(path).then().statusCode(200);
            }
            assertTrue(topics.all().stream()
                    .filter(message -> isOf(message, decision) && message.value() != null)
                    .noneMatch(message -> Topics.header(message, "ce_type").endsWith("decision.revised.v1")));
        }
    }

    @Test
    void aMeetingThatNarrowsAndWidensDisclosesNothingThatItsItemWithholds() {
        String item = agendaItem(meeting, "Secret");
        ok(patch(GB_CHAIR, item, FOR_FR));
        String decision = decision(item);
        String open = agendaItem(meeting, "Open");
        try (Topics topics = Topics.fromStart(OPEN)) {
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR", "US"))));
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
            topics.await(message -> isOf(message, open) && "true".equals(Topics.header(message, "ce_sequencestart")));
            assertEquals(
                    0,
                    topics.all().stream()
                            .filter(message -> isOf(message, decision))
                            .count());
            // Before it was restricted, and that it was withheld.
            assertEquals(
                    2,
                    topics.all().stream().filter(message -> isOf(message, item)).count());
        }
        as(US).get(decision).then().statusCode(404);
    }

    @Test
    void aSuccessorUnderARestrictedItemIsNotNamedWhereMoreMayRead() {
        String old = decision(agendaItem(meeting, "Open"));
        String secret = agendaItem(meeting, "Secret");
        ok(patch(GB_CHAIR, secret, FOR_FR));
        ok(move(GB_CHAIR, old + "/opening"));
        ok(move(GB_CHAIR, old + "/conclusion"));
        String successor = created(post(
                GB_CHAIR,
                secret + "/decisions",
                Map.of("text", "Another.", "adoptionRule", "CONSENSUS", "supersedes", Fixtures.id(old))));
        ok(move(GB_CHAIR, successor + "/opening"));
        ok(move(GB_CHAIR, successor + "/conclusion"));
        as(US).get(successor).then().statusCode(404);
        as(US).get(old).then().body("inForce", equalTo(false)).body("supersededBy", nullValue());
    }

    @Test
    void onlyHostAndChairSayWhoMayKnowOfAnItemAndASubItemHasNoSayOfItsOwn() {
        String planned = Fixtures.convened("COALITION");
        delegation(planned, "FR");
        String item = agendaItem(planned, "Open");
        patch(FR, item, FOR_FR).then().statusCode(403);
        Map<String, Object> details = new HashMap<>(FOR_FR);
        details.put("kind", "DECISION");
        details.put("title", "Mine");
        post(FR, planned + "/agenda-items", details).then().statusCode(403);
        post(GB_CHAIR, item + "/sub-items", details)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/visibility"));
        String below = created(post(GB_CHAIR, item + "/sub-items", Map.of("kind", "DECISION", "title", "Below")));
        patch(GB_CHAIR, below, FOR_FR).then().statusCode(422);
        ok(patch(GB_CHAIR, below, Map.of("title", "Still below")));
        patch(GB_CHAIR, item, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("XX")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/visibleTo/0"));
    }

    private static String decision(String item) {
        return created(post(GB_CHAIR, item + "/decisions", Map.of("text", "A decision.", "adoptionRule", "CONSENSUS")));
    }

    private static boolean isOf(ConsumerRecord<String, String> message, String path) {
        return message.topic().equals(OPEN) && path.equals(Topics.header(message, "ce_subject"));
    }
}
