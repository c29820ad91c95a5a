package org.coalition.meetings.agenda;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

/** What is unfinished in one meeting goes on in another. */
@QuarkusTest
class CarryOverTest {
    @Test
    void anUnfinishedItemGoesOnInAnotherMeetingWithItsUnfinishedSubItems() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String next = convened("COALITION");
        String item = agendaItem(meeting, "Air defence");
        String open = sub(item, "Sensors");
        String done = sub(item, "Launchers");
        ok(move(GB_CHAIR, done + "/conclusion"));
        String there = created(carry(GB_CHAIR, item, next));
        as(FR).get(there)
                .then()
                .body("title", equalTo("Air defence"))
                .body("carriedFrom", equalTo(id(item)))
                .body("status", equalTo("OPEN"));
        as(FR).get(item).then().body("status", equalTo("CARRIED_OVER")).body("carriedTo", equalTo(id(there)));
        as(FR).get(open).then().body("status", equalTo("CARRIED_OVER"));
        as(FR).get(done).then().body("status", equalTo("CONCLUDED"));
        as(FR).get(next + "/agenda")
                .then()
                .body("items.title", contains("Air defence", "Sensors"))
                .body("items.number", contains("1", "1.1"));
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            topics.awaitEvent("org.coalition.agenda-item.carried-over.v1", item);
            topics.awaitEvent("org.coalition.agenda-item.added.v1", there);
        }
    }

    @Test
    void itIsCarriedOverOnceHoweverManyTry() throws Exception {
        String meeting = inProgress("COALITION", List.of("FR"));
        String next = convened("COALITION");
        String item = agendaItem(meeting, "Air defence");
        String etag = etag(GB_CHAIR, item);
        List<Integer> codes = atOnce(
                Collections.nCopies(8, () -> carry(GB_CHAIR, item, next, etag).statusCode()));
        assertEquals(1, Collections.frequency(codes, 201), codes.toString());
        assertEquals(7, Collections.frequency(codes, 412), codes.toString());
        as(FR).get(next + "/agenda").then().body("items", hasSize(1));
        carry(GB_CHAIR, item, next).then().statusCode(409).body("state", equalTo("CARRIED_OVER"));
    }

    @Test
    void meetingsThatCarryOverCrosswiseDoNotWaitForEachOther() throws Exception {
        String one = inProgress("COALITION", List.of("FR"));
        String other = inProgress("COALITION", List.of("FR"));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String here = agendaItem(one, "here " + i);
            String there = agendaItem(other, "there " + i);
            calls.add(() -> carry(GB_CHAIR, here, other).statusCode());
            calls.add(() -> carry(GB_CHAIR, there, one).statusCode());
        }
        assertEquals(Collections.nCopies(8, 201), atOnce(calls));
    }

    @Test
    void itIsRefusedWholeWhereItMayNotGo() {
        String meeting = inProgress("COALITION", List.of("FR", "US"));
        String item = agendaItem(meeting, "Air defence");
        String next = convened("COALITION");
        carry(FR, item, next).then().statusCode(403);
        carry(US_CHAIR, item, next).then().statusCode(403);
        carry(GB_CHAIR, item, meeting).then().statusCode(422);
        carry(GB_CHAIR, item, "/v1/meetings/01234567-89ab-7cde-8f01-23456789abcd")
                .then()
                .statusCode(422);
        ok(move(GB_CHAIR, next + "/cancellation", Map.of("reason", "why")));
        carry(GB_CHAIR, item, next).then().statusCode(409).body("state", equalTo("CANCELLED"));
        as(FR).get(item).then().body("status", equalTo("OPEN")).body("carriedTo", nullValue());
        carry(GB_CHAIR, agendaItem(draft("COALITION"), "Not announced"), convened("COALITION"))
                .then()
                .statusCode(409);
    }

    @Test
    void whoeverMayNotKnowOfAnItemDoesNotLearnOfItByItsCarryOver() {
        String meeting = inProgress("RESTRICTED", List.of("FR"), "FR");
        String item = agendaItem(meeting, "Secret");
        Map<String, Object> chairedByUs = details("COALITION");
        chairedByUs.put("chair", Map.of("party", "US"));
        String strange = created(post(GB_CHAIR, "/v1/meetings", chairedByUs));
        ok(move(GB_CHAIR, strange + "/convening"));
        carry(GB_CHAIR, item, strange).then().statusCode(422).body("errors[0].code", equalTo("wider-audience"));
        String wider = convened("COALITION");
        String there = created(carry(GB_CHAIR, item, wider));
        as(FR).get(there).then().statusCode(200).body("visibility", equalTo("RESTRICTED"));
        as(US).get(there).then().statusCode(404);
        ok(patch(GB_CHAIR, there, Map.of("title", "Still secret")));
        as(US).get(wider + "/agenda").then().body("items", hasSize(0));
    }

    private static String sub(String item, String title) {
        return created(post(GB_CHAIR, item + "/sub-items", Map.of("kind", "DISCUSSION", "title", title)));
    }

    private static Response carry(String token, String item, String to) {
        return carry(token, item, to, etag(token, item));
    }

    private static Response carry(String token, String item, String to, String etag) {
        return as(token)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(Map.of("meetingId", id(to)))
                .post(item + "/carry-over");
    }
}
