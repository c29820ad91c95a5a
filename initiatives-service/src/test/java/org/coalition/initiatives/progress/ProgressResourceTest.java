package org.coalition.initiatives.progress;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.Plans.actual;
import static org.coalition.initiatives.Plans.indicator;
import static org.coalition.initiatives.Plans.met;
import static org.coalition.initiatives.Plans.milestone;
import static org.coalition.initiatives.Plans.part;
import static org.coalition.initiatives.Plans.weigh;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgressResourceTest {
    @Test
    void whereNothingIsPlannedThereIsNoProgressToTell() {
        as(FR).get(initiative("COALITION") + "/progress")
                .then()
                .statusCode(200)
                .body("progress.progress", equalTo(null))
                .body("progress.milestones", equalTo(null))
                .body("progress.parts", equalTo(List.of()));
    }

    @Test
    void itRollsUpFromMilestonesIndicatorsAndPartsByTheirWeights() {
        String whole = initiative("COALITION");
        reached(whole, 1, 2);
        String measured = indicator(whole);
        ok(record(measured, "25"));
        indicator(whole);
        String heavy = part(whole, "COALITION");
        reached(heavy, 1, 1);
        String light = part(whole, "COALITION");
        String below = part(light, "COALITION");
        reached(below, 1, 4);
        ok(weigh(GB, whole, Map.of(heavy, "0.6", light, "0.4")));
        as(FR).get(whole + "/progress")
                .then()
                .body("progress.milestones.milestones", equalTo(2))
                .body("progress.milestones.met", equalTo(1))
                .body("progress.indicators.indicators", equalTo(2))
                .body("progress.indicators.withData", equalTo(1))
                .body("progress.inputs.milestones", equalTo(0.5f))
                .body("progress.inputs.indicators", equalTo(0.125f))
                .body("progress.inputs.parts", equalTo(0.7f))
                .body("progress.progress", equalTo(0.4417f))
                .body("progress.parts.initiativeId", contains(id(heavy), id(light)))
                .body("progress.parts.weight", contains(0.6f, 0.4f))
                .body("progress.parts.share", contains(0.6f, 0.4f))
                .body("progress.parts.progress", contains(1.0f, 0.25f))
                .body("progress.parts[1].parts.progress", contains(0.25f));
        String assessed = milestone(heavy, "2999-01-31");
        ok(move(GB, assessed + "/assessment", met("PARTIALLY_MET", "2026-01-12")));
        as(FR).get(heavy + "/progress")
                .then()
                .body("progress.progress", equalTo(0.75f))
                .body("progress.weight", equalTo(null));
    }

    @Test
    void aCancelledPartIsLeftOutAndThatIsSaid() {
        String whole = initiative("COALITION");
        String done = part(whole, "COALITION");
        reached(done, 1, 1);
        String cancelled = part(whole, "COALITION");
        ok(weigh(GB, whole, Map.of(done, "0.1", cancelled, "0.9")));
        as(FR).get(whole + "/progress").then().body("progress.progress", equalTo(0.1f));
        ok(move(GB, cancelled + "/cancellation", Map.of("reason", "overtaken")));
        as(FR).get(whole + "/progress")
                .then()
                .body("progress.progress", equalTo(1.0f))
                .body("progress.parts.share", contains(1.0f, null))
                .body("progress.parts.leftOut", contains(null, "CANCELLED"));
        ok(move(GB, done + "/cancellation", Map.of("reason", "overtaken")));
        as(FR).get(whole + "/progress").then().body("progress.progress", equalTo(null));
    }

    @Test
    void whatIsWithheldIsNotCountedAndOnlyItsNumberIsTold() {
        String whole = initiative("COALITION");
        String open = part(whole, "COALITION");
        reached(open, 1, 2);
        String secret = part(whole, "RESTRICTED", "FR");
        reached(secret, 1, 1);
        String under = part(secret, "COALITION");
        ok(weigh(GB, whole, Map.of(open, "0.5", secret, "0.5")));
        as(FR).get(whole + "/progress")
                .then()
                .body("progress.progress", equalTo(0.5f))
                .body("progress.withheld", equalTo(0));
        as(US).get(whole + "/progress")
                .then()
                .body("progress.progress", equalTo(0.5f))
                .body("progress.parts.initiativeId", contains(id(open)))
                .body("progress.parts.share", contains(1.0f))
                .body("progress.withheld", equalTo(1))
                .body(not(containsString(id(secret))))
                .body(not(containsString(id(under))));
        reached(open, 2, 2);
        as(FR).get(whole + "/progress").then().body("progress.progress", equalTo(0.625f));
        as(US).get(whole + "/progress").then().body("progress.progress", equalTo(0.75f));
        as(US).get(secret + "/progress").then().statusCode(404);
        as(ADMIN).get(whole + "/progress").then().statusCode(404);
    }

    @Test
    void itIsReadByTheDepthOfTheTreeAndNotByItsSize() {
        String whole = initiative("COALITION");
        String part = part(whole, "COALITION");
        reached(part, 1, 1);
        indicator(part);
        int few = statements(whole + "/progress");
        assertTrue(few <= 6, few + " statements");
        for (int i = 0; i < 8; i++) {
            String other = part(whole, i % 2 == 0 ? "COALITION" : "RESTRICTED");
            reached(other, 1, 2);
            indicator(other);
        }
        assertEquals(few, statements(whole + "/progress"));
        part(part, "COALITION");
        assertEquals(few + 1, statements(whole + "/progress"));
    }

    private static void reached(String initiative, int met, int of) {
        for (int i = 0; i < of; i++) {
            String milestone = milestone(initiative, "2999-01-31");
            if (i < met) {
                ok(move(GB, milestone + "/assessment", met("MET", "2026-01-12")));
            }
        }
    }

    private static Response record(String indicator, String value) {
        return as(GB).header("If-Match", etag(GB, indicator))
                .contentType("application/json")
                .body(json(actual(value, "2025-07-01")))
                .post(indicator + "/actuals");
    }

    private static int statements(String path) {
        return Statements.of(() -> as(FR).get(path).then().statusCode(200));
    }
}
