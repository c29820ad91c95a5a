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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coalition.defaults.testing.EventSchemas;
import org.coalition.defaults.testing.SnapshotPages;
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
        Map<String, JsonNode> all = told(() -> as(GB));
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
        Map<String, JsonNode> told = told(() -> as(DE));
        assertTrue(told.keySet().containsAll(List.of(open, given, forAll)));
        assertFalse(told.containsKey(forSome));
        Map<String, JsonNode> toAnybody = told(() -> anonymous());
        assertTrue(toAnybody.keySet().containsAll(List.of(open, given)));
        assertFalse(toAnybody.containsKey(forAll));
        assertTrue(toAnybody.values().stream()
                .allMatch(event -> event.path("dataclassification").asText().equals("PUBLIC")));
        assertTrue(told(() -> as(FR)).containsKey(forSome));
    }

    @Test
    void aPageOfManyRepeatsNoStatement() {
        for (int i = 0; i < 3; i++) {
            String initiative = initiativeOf(MeetingsService.adoptedDecision(), "COALITION");
            Reviewed.submitted(FR, reconciled(initiative));
            Reviewed.submitted(FR, reconciled(initiative));
        }
        pages(() -> as(GB)).assertNoStatementIsRepeated();
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
