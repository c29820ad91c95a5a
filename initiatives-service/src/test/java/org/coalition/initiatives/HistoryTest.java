package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
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
    void figuresOfAnInitiativeThatWasForFewAreToldToThoseFew() {
        String initiative = initiative("RESTRICTED", "FR");
        String line = contribution(FR, initiative);
        post(FR, line + "/entries", entry("PLEDGE", "4711")).then().statusCode(201);
        ok(patch(GB, initiative, Map.of("visibility", "PUBLIC")));
        post(FR, line + "/entries", entry("COMMITMENT", "100")).then().statusCode(201);
        for (RequestSpecification other : List.of(anonymous(), as(US))) {
            String told = other.get(line + "/history").asString();
            // What was just to be read of it, nothing of how it came about.
            assertEquals(List.of(4), JsonPath.from(told).getList("items.version"), told);
            assertFalse(told.contains("4711"), told);
            assertNull(JsonPath.from(told).getString("items[0].actor"));
        }
        assertEquals(List.of(4, 3, 2, 1), history(as(FR), line).getList("items.version"));
        assertEquals(List.of(4, 3, 2, 1), history(as(GB), line).getList("items.version"));
    }

    @Test
    void ofAnInitiativeThatIsWithheldNothingIsToldAnyMore() {
        String initiative = initiative("PUBLIC");
        String line = contribution(FR, initiative);
        ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        for (String resource : List.of(initiative, line)) {
            anonymous().get(resource + "/history").then().statusCode(404);
            as(US).get(resource + "/history").then().statusCode(404);
            assertEquals(List.of(2, 1), history(as(FR), resource).getList("items.version"));
        }
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
