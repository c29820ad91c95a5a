package org.coalition.meetings.snapshot;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coalition.defaults.testing.EventSchemas;
import org.coalition.defaults.testing.SqlLog;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotResourceTest {
    private static final String SNAPSHOT = "/v1/snapshot/meetings";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allIsToldAsItIsEachResourceOnce() throws JsonProcessingException {
        String meeting = inProgress("COALITION", List.of("FR", "DE"));
        String decision = decision(meeting, "CONSENSUS");
        String minutes = minutes(closed("RESTRICTED", List.of("FR"), "FR"), "Opening");
        Map<String, JsonNode> all = walk(() -> as(GB_CHAIR), 200);
        EventSchemas schemas = EventSchemas.ofThisModule();
        for (String path : List.of(meeting, decision, minutes, "/v1/parties/FR")) {
            JsonNode told = all.get(path);
            JsonNode now = JSON.readTree(as(GB_CHAIR).get(path).asString());
            assertEquals(now, told.at("/data/after"), path);
            assertEquals(now.path("version").asText(), told.path("sequence").asText());
            ObjectNode said = told.deepCopy();
            assertEquals(List.of(), schemas.faults(said, said.remove("data")), path);
            assertEquals(now.path("updatedAt").asText(), told.path("time").asText());
        }
        assertEquals("COALITION", all.get(meeting).path("dataclassification").asText());
        assertEquals("RESTRICTED", all.get(minutes).path("dataclassification").asText());
    }

    @Test
    void rootsComeBeforeWhatBelongsToThem() throws JsonProcessingException {
        agendaItem(convened("PUBLIC"), "Joint oversight");
        List<String> kinds = walk(() -> as(GB_CHAIR), 200).values().stream()
                .map(event -> event.path("type").asText())
                .distinct()
                .toList();
        assertTrue(
                kinds.indexOf("org.coalition.meeting.snapshot.v1")
                        < kinds.indexOf("org.coalition.agenda-item.snapshot.v1"),
                kinds.toString());
        assertTrue(
                kinds.indexOf("org.coalition.party.snapshot.v1") < kinds.indexOf("org.coalition.decision.snapshot.v1"),
                kinds.toString());
    }

    @Test
    void whatACallerMayNotKnowOfIsNotToldToIt() throws JsonProcessingException {
        String open = convened("PUBLIC");
        String forAll = convened("COALITION");
        String forSome = convened("RESTRICTED", "UA");
        String item = agendaItem(forSome, "Secret");
        String draft = draft("PUBLIC");
        Map<String, JsonNode> told = walk(() -> as(FR), 200);
        assertTrue(told.containsKey(open) && told.containsKey(forAll));
        assertFalse(told.containsKey(forSome) || told.containsKey(item) || told.containsKey(draft));
        Map<String, JsonNode> toAnybody = walk(() -> anonymous(), 200);
        assertTrue(toAnybody.containsKey(open) && toAnybody.containsKey("/v1/parties/FR"));
        assertFalse(toAnybody.containsKey(forAll));
        assertTrue(toAnybody.values().stream()
                .allMatch(event -> event.path("dataclassification").asText().equals("PUBLIC")));
        assertTrue(walk(() -> as(GB_CHAIR), 200).keySet().containsAll(List.of(forSome, item, draft)));
    }

    @Test
    void pagesOfAnySizeTellTheSame() throws JsonProcessingException {
        inProgress("PUBLIC", List.of("FR"));
        assertEquals(
                walk(() -> anonymous(), 200).keySet(),
                walk(() -> anonymous(), 40).keySet());
    }

    @Test
    void aPageOfManyMakesTheStatementsOfAPageOfTwo() {
        String meeting = inProgress("COALITION", List.of("FR", "DE", "UA"));
        for (int i = 0; i < 4; i++) {
            decision(meeting, "CONSENSUS");
            decision(inProgress("COALITION", List.of("FR")), "CONSENSUS");
        }
        Map<String, String> beginnings = beginnings();
        beginnings.forEach((kind, cursor) -> {
            int count = statements(50, cursor);
            // One more where some have what the first two have not.
            assertTrue(count <= statements(2, cursor) + 1, kind + " takes " + count);
            // One for each kind that has nothing, and is passed over.
            assertTrue(count <= 20, kind + " takes " + count);
        });
        assertTrue(beginnings.size() > 3, beginnings.toString());
    }

    @Test
    void aCursorThatWasNotGivenOutHereIsRefused() {
        as(GB_CHAIR)
                .get(SNAPSHOT + "?cursor=bm90aGluZw")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("foreign-cursor"));
        String other = as(GB_CHAIR).get("/v1/parties?limit=1").jsonPath().getString("next");
        as(GB_CHAIR).get(SNAPSHOT + "?cursor=" + other).then().statusCode(400);
        as(GB_CHAIR).get(SNAPSHOT + "?sort=title").then().statusCode(400);
    }

    /** All events, by the resource that they are about, in their order. */
    private static Map<String, JsonNode> walk(Supplier<RequestSpecification> caller, int limit)
            throws JsonProcessingException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String next = "";
        while (next != null) {
            JsonNode page = page(caller, limit, next);
            for (JsonNode event : page.path("items")) {
                assertEquals(null, all.put(event.path("subject").asText(), event), "told twice");
            }
            next = page.path("next").asText(null);
        }
        return all;
    }

    /** Where the pages of each kind begin. */
    private static Map<String, String> beginnings() {
        Map<String, String> beginnings = new HashMap<>();
        String next = "";
        while (next != null) {
            JsonNode page = page(() -> as(GB_CHAIR), 200, next);
            if (!page.path("items").isEmpty()) {
                beginnings.putIfAbsent(page.at("/items/0/type").asText(), next);
            }
            next = page.path("next").asText(null);
        }
        return beginnings;
    }

    private static int statements(int limit, String cursor) {
        return SqlLog.during(
                        () -> assertTrue(page(() -> as(GB_CHAIR), limit, cursor).has("items")))
                .size();
    }

    private static JsonNode page(Supplier<RequestSpecification> caller, int limit, String cursor) {
        try {
            return JSON.readTree(caller.get()
                    .get(SNAPSHOT + "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
