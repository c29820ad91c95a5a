package org.coalition.initiatives.indicator;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Plans.actual;
import static org.coalition.initiatives.Plans.indicator;
import static org.coalition.initiatives.Plans.indicatorDetails;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndicatorResourceTest {
    private static final String OPEN = "coalition.initiatives";
    private static final String RESTRICTED = "coalition.initiatives.restricted";

    @Test
    void anIndicatorIsDefinedMeasuredAndCorrectedAndTellsWhatItsStatusRestsOn() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String initiative = initiative("COALITION");
            String indicator = indicator(initiative);
            as(FR).get(indicator)
                    .then()
                    .statusCode(200)
                    .body("initiativeId", equalTo(id(initiative)))
                    .body("status", equalTo("NO_DATA"))
                    .body("ascending", equalTo(true))
                    .body("achievement", equalTo(null))
                    .body("periods.status", contains("NO_DATA"));
            assertEquals(
                    id(initiative),
                    topics.awaitEvent("org.coalition.indicator.defined.v1", indicator)
                            .key());
            ok(record(GB, indicator, actual("60", "2025-07-01")))
                    .then()
                    .body("status", equalTo("OFF_TRACK"))
                    .body("achievement", equalTo(0.6f))
                    .body("periods[0].expected", equalTo(49.863f))
                    .body("periods[0].actual.source", equalTo("Air force report"))
                    .body("explanation", containsString("Target by 2025-12-31, which has passed: 100"));
            topics.awaitEvent("org.coalition.indicator.measured.v1", indicator);
            record(GB, indicator, actual("100", "2025-07-01"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reason"));
            Map<String, Object> correction = new HashMap<>(actual("100.5", "2025-07-01"));
            correction.put("reason", "a battery was left out");
            ok(record(GB, indicator, correction))
                    .then()
                    .body("status", equalTo("ACHIEVED"))
                    .body("achievement", equalTo(1))
                    .body("periods[0].recorded", equalTo(2))
                    .body("periods[0].actual.value", equalTo(100.5f));
            topics.awaitEvent("org.coalition.indicator.corrected.v1", indicator);
            as(FR).get(indicator + "/actuals")
                    .then()
                    .body("items.number", contains(1, 2))
                    .body("items.value", contains(60, 100.5f))
                    .body("items.reason", contains(null, "a battery was left out"));
            Response page = as(FR).get(indicator + "/actuals?limit=1");
            as(FR).get(indicator + "/actuals?limit=1&cursor=" + page.path("next"))
                    .then()
                    .body("items.number", contains(2))
                    .body("next", equalTo(null));
        }
    }

    @Test
    void onTrackBecomesOffTrackWhenThePeriodEndsAndTheTagSaysSo() {
        Map<String, Object> details = indicatorDetails();
        details.put(
                "periods",
                List.of(
                        Map.of("start", "2025-01-01", "end", "2025-12-31", "target", 10),
                        Map.of("start", "2026-01-01", "end", "2999-12-31", "target", 100)));
        String indicator = created(post(GB, initiative("COALITION") + "/indicators", details));
        ok(record(GB, indicator, actual("50", "2026-01-12")))
                .then()
                .body("status", equalTo("ON_TRACK"))
                .body("periods.status", contains("NO_DATA", "ON_TRACK"))
                .header("ETag", equalTo("\"2-ended-1\""));
    }

    @Test
    void whatBreaksARuleIsRefusedWithItsPlace() {
        String initiative = initiative("COALITION");
        refused(initiative, "expectedOutcome", "World peace", 422, "/expectedOutcome");
        refused(initiative, "baseline", null, 422, "/baseline");
        refused(initiative, "measure", "UNIT", 422, "/unit");
        refused(initiative, "measure", "QUALITATIVE", 400, "/measure");
        refused(initiative, "periods", List.of(), 422, "/periods");
        refused(
                initiative,
                "periods",
                List.of(Map.of("start", "2025-02-01", "end", "2025-01-01", "target", 1)),
                422,
                "/periods/0/end");
        refused(
                initiative,
                "periods",
                List.of(Map.of("start", "2025-01-01", "end", "2025-02-01", "target", -1)),
                422,
                "/periods/0/target");
        String indicator = indicator(initiative);
        record(GB, indicator, actual("1.00001", "2025-07-01")).then().statusCode(422);
        record(GB, indicator, actual("1e15", "2025-07-01")).then().statusCode(422);
        record(GB, indicator, actual("1", "2026-01-01"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-period"));
        record(GB, indicator, "{\"value\": 1, \"measuredOn\": \"2025-07-01\"}")
                .then()
                .statusCode(422);
        as(GB).contentType("application/json")
                .body(json(actual("1", "2025-07-01")))
                .post(indicator + "/actuals")
                .then()
                .statusCode(428);
        record(FR, indicator, actual("1", "2025-07-01")).then().statusCode(403);
        patch(FR, indicator, Map.of("title", "Ours")).then().statusCode(403);
        post(FR, initiative + "/indicators", indicatorDetails()).then().statusCode(403);
    }

    @Test
    void aMeasuredPeriodKeepsItsDaysAndMayGetAnotherTarget() {
        String indicator = indicator(initiative("COALITION"));
        ok(record(GB, indicator, actual("50", "2025-07-01")));
        patch(
                        GB,
                        indicator,
                        Map.of("periods", List.of(Map.of("start", "2025-01-01", "end", "2025-12-30", "target", 100))))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("measured"));
        ok(patch(
                        GB,
                        indicator,
                        Map.of("periods", List.of(Map.of("start", "2025-01-01", "end", "2025-12-31", "target", 200)))))
                .then()
                .body("achievement", equalTo(0.25f));
        ok(patch(GB, indicator, Map.of("title", "Share of the airspace covered")))
                .then()
                .body("version", equalTo(3));
    }

    @Test
    void anIndicatorBelongsToItsInitiativesAudienceByAnyPath() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("COALITION");
            String indicator = indicator(initiative);
            ok(record(GB, indicator, actual("50", "2025-07-01")));
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
            assertNull(topics.await(message -> message.topic().equals(OPEN)
                            && "org.coalition.indicator.withheld.v1".equals(Topics.header(message, "ce_type"))
                            && indicator.equals(Topics.header(message, "ce_subject")))
                    .value());
            as(US).get(indicator).then().statusCode(404);
            as(US).get(indicator + "/actuals").then().statusCode(404);
            as(US).header("If-Match", "*")
                    .contentType("application/json")
                    .body(json(actual("1", "2025-07-02")))
                    .post(indicator + "/actuals")
                    .then()
                    .statusCode(404);
            post(US, initiative + "/indicators", indicatorDetails()).then().statusCode(404);
            as(US).get("/v1/indicators?limit=200").then().body("items.id", not(hasItem(id(indicator))));
            as(FR).get("/v1/indicators?measure=PERCENTAGE&initiativeId=" + id(initiative))
                    .then()
                    .body("items.id", contains(id(indicator)))
                    .body("items.status", contains("OFF_TRACK"));
            as(FR).get("/v1/indicators?measure=UNIT&initiativeId=" + id(initiative))
                    .then()
                    .body("items", equalTo(List.of()));
        }
    }

    @Test
    void ofManyWhoRecordFromOneVersionOneDoes() throws Exception {
        String indicator = indicator(initiative("COALITION"));
        String seen = etag(GB, indicator);
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(8, () -> as(GB).header("If-Match", seen)
                .contentType("application/json")
                .body(json(actual("50", "2025-07-01")))
                .post(indicator + "/actuals")
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
        as(GB).get(indicator + "/actuals").then().body("items.number", contains(1));
    }

    private static void refused(String initiative, String field, Object value, int status, String pointer) {
        Map<String, Object> details = indicatorDetails();
        details.put(field, value);
        post(GB, initiative + "/indicators", details)
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
    }

    private static Response record(String token, String indicator, Object measured) {
        return as(token)
                .header("If-Match", etag(token, indicator))
                .contentType("application/json")
                .body(json(measured))
                .post(indicator + "/actuals");
    }
}
