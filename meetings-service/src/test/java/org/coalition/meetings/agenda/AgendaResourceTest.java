package org.coalition.meetings.agenda;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgendaResourceTest {
    private static final Map<String, ?> ITEM = Map.of("kind", "DISCUSSION", "title", "Delivery", "durationMinutes", 30);

    @Test
    void theAgendaIsReorderedInOneStepAndEachMovedItemIsAnnounced() {
        String meeting = convened("COALITION");
        String first = id(agendaItem(meeting, "first"));
        String second = id(agendaItem(meeting, "second"));
        String third = id(agendaItem(meeting, "third"));
        String agenda = meeting + "/agenda";
        Response reordered = reorder(GB_CHAIR, meeting, etag(GB_CHAIR, agenda), third, second, first);
        reordered.then().statusCode(200).body("items.id", contains(third, second, first));
        reordered.then().body("items.position", contains(1, 2, 3)).header("ETag", "\"5\"");
        as(GB_CHAIR).get(agenda).then().header("ETag", "\"5\"");
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            topics.awaitEvent("org.coalition.agenda-item.moved.v1", "/v1/agenda-items/" + third);
            topics.awaitEvent("org.coalition.agenda-item.moved.v1", "/v1/agenda-items/" + first);
            assertEquals(
                    1,
                    topics.all().stream()
                            .filter(message ->
                                    ("/v1/agenda-items/" + second).equals(Topics.header(message, "ce_subject")))
                            .count());
        }
    }

    @Test
    void anOrderThatIsNotTheAgendaIsRefusedWhole() {
        String meeting = convened("COALITION");
        String first = id(agendaItem(meeting, "first"));
        String second = id(agendaItem(meeting, "second"));
        String agenda = meeting + "/agenda";
        String etag = etag(GB_CHAIR, agenda);
        reorder(GB_CHAIR, meeting, etag, first).then().statusCode(422).body("errors[0].pointer", equalTo("/items"));
        reorder(GB_CHAIR, meeting, etag, first, first).then().statusCode(422);
        reorder(GB_CHAIR, meeting, "\"99\"", second, first).then().statusCode(412);
        as(GB_CHAIR)
                .contentType("application/json")
                .body(Map.of("items", List.of(second, first)))
                .put(meeting + "/agenda-order")
                .then()
                .statusCode(428);
        as(GB_CHAIR)
                .get(agenda)
                .then()
                .body("items.id", contains(first, second))
                .header("ETag", etag);
    }

    @Test
    void aPartyWithADelegationAddsItemsUntilTheMeetingBegins() {
        String meeting = convened("COALITION");
        post(FR, meeting + "/agenda-items", ITEM).then().statusCode(403);
        delegation(meeting, "FR");
        post(FR, meeting + "/agenda-items", ITEM).then().statusCode(201).body("position", equalTo(1));
        ok(move(GB_CHAIR, meeting + "/opening"));
        post(FR, meeting + "/agenda-items", ITEM).then().statusCode(403);
        post(GB_CHAIR, meeting + "/agenda-items", ITEM).then().statusCode(201);
        ok(move(GB_CHAIR, meeting + "/closing"));
        post(GB_CHAIR, meeting + "/agenda-items", ITEM).then().statusCode(409).body("state", equalTo("CLOSED"));
    }

    @Test
    void durationsAreAddedUp() {
        String meeting = inProgress("COALITION", List.of("FR"));
        post(GB_CHAIR, meeting + "/agenda-items", ITEM).then().statusCode(201);
        post(GB_CHAIR, meeting + "/agenda-items", ITEM).then().statusCode(201);
        as(FR).get(meeting + "/agenda").then().body("plannedMinutes", equalTo(60));
    }

    @Test
    void anItemIsEditedByThoseWhoMayOnly() {
        String meeting = convened("COALITION");
        String item = agendaItem(meeting, "US coordination");
        patch(US, item, Map.of("title", "x")).then().statusCode(403);
        ok(patch(GB_CHAIR, item, Map.of("aspect", "DIPLOMATIC_ENGAGEMENT", "focusArea", "US Coordination")))
                .then()
                .body("aspect", equalTo("DIPLOMATIC_ENGAGEMENT"));
        patch(GB_CHAIR, item, Map.of("position", 7))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/position"));
        java.util.Map<String, Object> removed = new java.util.HashMap<>();
        removed.put("title", null);
        patch(GB_CHAIR, item, removed).then().statusCode(422).body("errors[0].pointer", equalTo("/title"));
    }

    private static Response reorder(String token, String meeting, String etag, String... items) {
        return as(token)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(Map.of("items", List.of(items)))
                .put(meeting + "/agenda-order");
    }
}
