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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coalition.defaults.testing.EventSchemas;
import org.coalition.defaults.testing.SnapshotPages;
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
        Map<String, JsonNode> all = told(() -> as(GB_CHAIR));
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
        List<String> kinds = told(() -> as(GB_CHAIR)).values().stream()
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
        Map<String, JsonNode> told = told(() -> as(FR));
        assertTrue(told.containsKey(open) && told.containsKey(forAll));
        assertFalse(told.containsKey(forSome) || told.containsKey(item) || told.containsKey(draft));
        Map<String, JsonNode> toAnybody = told(() -> anonymous());
        assertTrue(toAnybody.containsKey(open) && toAnybody.containsKey("/v1/parties/FR"));
        assertFalse(toAnybody.containsKey(forAll));
        assertTrue(toAnybody.values().stream()
                .allMatch(event -> event.path("dataclassification").asText().equals("PUBLIC")));
        assertTrue(told(() -> as(GB_CHAIR)).keySet().containsAll(List.of(forSome, item, draft)));
    }

    @Test
    void pagesOfAnySizeTellTheSame() throws JsonProcessingException {
        inProgress("PUBLIC", List.of("FR"));
        assertEquals(
                told(() -> anonymous()).keySet(),
                pages(() -> anonymous()).all(40).keySet());
    }

    @Test
    void aPageOfManyRepeatsNoStatement() {
        String meeting = inProgress("COALITION", List.of("FR", "DE", "UA"));
        for (int i = 0; i < 4; i++) {
            decision(meeting, "CONSENSUS");
            decision(inProgress("COALITION", List.of("FR")), "CONSENSUS");
        }
        pages(() -> as(GB_CHAIR)).assertNoStatementIsRepeated();
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

    private static Map<String, JsonNode> told(Supplier<RequestSpecification> caller) {
        return pages(caller).all(200);
    }

    private static SnapshotPages pages(Supplier<RequestSpecification> caller) {
        return new SnapshotPages(SNAPSHOT, address -> caller.get()
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
