package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.ADMIN;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Histories;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {
    @Test
    void itTellsWhoChangedWhatWhenTheLastFirst() {
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Winter meeting", "summary", "Cold")));
        as(GB_CHAIR)
                .get(meeting + "/history")
                .then()
                .statusCode(200)
                .body("items.version", contains(3, 2, 1))
                .body("items[0].action", equalTo("org.coalition.meeting.revised.v1"))
                .body("items[0].party", equalTo("GB"))
                .body("items[0].before.title", equalTo("London meeting of leaders"))
                .body("items[0].before", not(hasKey("summary")))
                .body("items[0].before", not(hasKey("level")))
                .body("items[0].after.title", equalTo("Winter meeting"))
                .body("items[0].after.summary", equalTo("Cold"))
                .body("items[2]", not(hasKey("before")));
    }

    @Test
    void whoIsOfTheSamePartyLearnsWhichPersonItWas() {
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Winter meeting")));
        assertFalse(history(as(GB_CHAIR), meeting).getString("items[0].actor").isBlank());
        assertNull(history(as(FR), meeting).getString("items[0].actor"));
        assertEquals("GB", history(as(FR), meeting).getString("items[0].party"));
    }

    @Test
    void whatADraftWasIsNotTold() {
        String meeting = draft("PUBLIC");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Secret")));
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Meeting of leaders")));
        ok(move(GB_CHAIR, meeting + "/convening"));
        for (RequestSpecification other : List.of(anonymous(), as(FR), as(ADMIN))) {
            assertEquals(List.of(), history(other, meeting).getList("items"));
        }
        ok(patch(GB_CHAIR, meeting, Map.of("summary", "Now for all")));
        for (RequestSpecification other : List.of(anonymous(), as(FR), as(ADMIN))) {
            String told = other.get(meeting + "/history").asString();
            assertFalse(told.contains("Secret"), told);
            assertEquals(List.of(5), JsonPath.from(told).getList("items.version"));
        }
        assertEquals(List.of(5, 4, 3, 2, 1), history(as(GB_CHAIR), meeting).getList("items.version"));
    }

    @Test
    void whoIsLetInLaterLearnsWhatWasChangedSince() {
        String meeting = convened("RESTRICTED", "FR");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Between us")));
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Open", "visibleTo", List.of("FR", "US"))));
        ok(patch(GB_CHAIR, meeting, Map.of("summary", "For three")));
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
        ok(patch(GB_CHAIR, meeting, Map.of("summary", "For all")));
        assertEquals(List.of(7, 6, 5), history(as(US), meeting).getList("items.version"));
        assertEquals(List.of(7), history(as(MeetingsDriver.DE), meeting).getList("items.version"));
        assertEquals(List.of(7, 6, 5, 4, 3), history(as(FR), meeting).getList("items.version"));
    }

    @Test
    void whatBelongsToWhatWasWithheldTellsNoMore() {
        String meeting = inProgress("RESTRICTED", List.of("FR"), "FR");
        String decision = decision(meeting, "CONSENSUS");
        ok(patch(GB_CHAIR, decision, Map.of("text", "Between us.")));
        ok(patch(GB_CHAIR, decision, Map.of("text", "As all may know it.")));
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
        assertEquals(List.of(), history(as(US), decision).getList("items"));
        ok(patch(GB_CHAIR, decision, Map.of("text", "As all know it.")));
        String told = as(US).get(decision + "/history").asString();
        assertFalse(told.contains("Between us."), told);
        assertEquals("As all may know it.", JsonPath.from(told).getString("items[0].before.text"));
        assertEquals(List.of(5), JsonPath.from(told).getList("items.version"));
        assertEquals(List.of(5, 4, 3, 2, 1), history(as(FR), decision).getList("items.version"));
    }

    @Test
    void whatBelongsToWhatIsWithheldIsToldToThoseWhoKnewOfItAlreadyAndStillDo() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String decision = decision(meeting, "CONSENSUS");
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        assertEquals(List.of(2, 1), history(as(FR), decision).getList("items.version"));
        as(US).get(decision + "/history").then().statusCode(404);
    }

    @Test
    void anItemThatWasForFewTellsTheOthersNothingOfThatTime() {
        String meeting = convened("COALITION");
        String item = created(post(
                GB_CHAIR,
                meeting + "/agenda-items",
                Map.of(
                        "kind",
                        "DISCUSSION",
                        "title",
                        "Between us",
                        "visibility",
                        "RESTRICTED",
                        "visibleTo",
                        List.of("FR"))));
        ok(patch(GB_CHAIR, item, Map.of("title", "For all", "visibility", "COALITION")));
        assertEquals(List.of(), history(as(US), item).getList("items"));
        assertEquals(List.of(2, 1), history(as(FR), item).getList("items.version"));
        ok(patch(GB_CHAIR, item, Map.of("title", "Known to all")));
        assertEquals("For all", history(as(US), item).getString("items[0].before.title"));
    }

    @Test
    void itIsReadPageByPage() {
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Winter meeting")));
        JsonPath first =
                JsonPath.from(as(GB_CHAIR).get(meeting + "/history?limit=2").asString());
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Spring meeting")));
        assertEquals(List.of(3, 2), first.getList("items.version"));
        as(GB_CHAIR)
                .get(meeting + "/history?limit=2&cursor=" + first.getString("next"))
                .then()
                .body("items.version", contains(1))
                .body("$", not(hasKey("next")));
        String other = agendaItem(meeting, "Item");
        as(GB_CHAIR)
                .get(other + "/history?cursor=" + first.getString("next"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void contactPointsTellTheirHistoryToPartiesOnly() {
        MeetingsDriver.registerParties();
        String points = "/v1/parties/DE/contact-points";
        as(MeetingsDriver.DE).get(points + "/history").then().statusCode(200).body("items", not(hasKey("actor")));
        anonymous().get(points + "/history").then().statusCode(404);
        as(ADMIN).get(points + "/history").then().statusCode(200).body("items", empty());
        anonymous().get("/v1/parties/DE/history").then().statusCode(200).body("items.version", contains(1));
    }

    @Test
    void everyResourceHasOne() {
        assertEquals(List.of(), Histories.missing());
    }

    /** Were this to change, what is gone would have to be told from what never was (410). */
    @Test
    void nothingIsEverDeleted() {
        assertEquals(List.of(), Histories.ended());
    }

    private static JsonPath history(RequestSpecification caller, String resource) {
        return JsonPath.from(caller.get(resource + "/history")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
