package org.coalition.initiatives.snapshot;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
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
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.review.Reviewed;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotResourceTest {
    private static final String SNAPSHOT = "/v1/snapshot/initiatives";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allIsToldAsItIsEachResourceOnce() throws JsonProcessingException {
        String initiative = initiative("COALITION");
        String line = reconciled(initiative);
        String review = Reviewed.submitted(FR, line);
        Map<String, JsonNode> all = walk(() -> as(GB), 200);
        EventSchemas schemas = EventSchemas.ofThisModule();
        for (String path : List.of(initiative, line, review, line + "/reconciliation")) {
            JsonNode told = all.get(path);
            JsonNode now = JSON.readTree(as(GB).get(path).asString());
            assertEquals(now, told.at("/data/after"), path);
            assertEquals(now.path("version").asText(), told.path("sequence").asText());
            ObjectNode said = told.deepCopy();
            assertEquals(List.of(), schemas.faults(said, said.remove("data")), path);
            assertEquals("COALITION", told.path("dataclassification").asText());
        }
    }

    @Test
    void whatACallerMayNotKnowOfIsNotToldToIt() throws JsonProcessingException {
        String open = initiative("PUBLIC");
        String given = contribution(FR, open);
        String forAll = contribution(FR, initiative("COALITION"));
        String forSome = contribution(FR, initiative("RESTRICTED", "FR"));
        Map<String, JsonNode> told = walk(() -> as(DE), 200);
        assertTrue(told.keySet().containsAll(List.of(open, given, forAll)));
        assertFalse(told.containsKey(forSome));
        Map<String, JsonNode> toAnybody = walk(() -> anonymous(), 200);
        assertTrue(toAnybody.keySet().containsAll(List.of(open, given)));
        assertFalse(toAnybody.containsKey(forAll));
        assertTrue(toAnybody.values().stream()
                .allMatch(event -> event.path("dataclassification").asText().equals("PUBLIC")));
        assertTrue(walk(() -> as(FR), 200).containsKey(forSome));
    }

    @Test
    void aPageOfManyMakesTheStatementsOfAPageOfTwo() {
        for (int i = 0; i < 3; i++) {
            String initiative = initiativeOf(MeetingsService.adoptedDecision(), "COALITION");
            Reviewed.submitted(FR, reconciled(initiative));
            Reviewed.submitted(FR, reconciled(initiative));
        }
        Map<String, String> beginnings = beginnings();
        beginnings.forEach((kind, cursor) -> {
            int count = statements(50, cursor);
            // One more where some have what the first two have not.
            assertTrue(count <= statements(2, cursor) + 1, kind + " takes " + count);
            assertTrue(count <= 20, kind + " takes " + count);
        });
        assertTrue(beginnings.size() > 3, beginnings.toString());
    }

    /** A line of which giver and recipient do not count the same. */
    private static String reconciled(String initiative) {
        String line = contribution(FR, initiative);
        for (String kind : List.of("COMMITMENT", "ALLOCATION", "DISBURSEMENT")) {
            created(post(FR, line + "/entries", entry(kind, "100")));
        }
        ok(post(UA, line + "/reconciliation/statements", Map.of("received", 90)));
        return line;
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
            JsonNode page = page(() -> as(GB), 200, next);
            if (!page.path("items").isEmpty()) {
                beginnings.putIfAbsent(page.at("/items/0/type").asText(), next);
            }
            next = page.path("next").asText(null);
        }
        return beginnings;
    }

    private static int statements(int limit, String cursor) {
        return SqlLog.during(() -> assertTrue(page(() -> as(GB), limit, cursor).has("items")))
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
