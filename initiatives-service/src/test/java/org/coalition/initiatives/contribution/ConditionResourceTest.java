package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

/** What a line says beside its ledger: conditions, private partner and cohorts. */
@QuarkusTest
class ConditionResourceTest {
    private static final Map<String, String> POLICY = Map.of("kind", "POLICY", "text", "A law is passed.");
    private static final Map<String, String> FIDUCIARY = Map.of("kind", "FIDUCIARY", "text", "Accounts are kept.");
    private static final Map<String, Object> EVIDENCE = Map.of("evidence", "report", "fulfilledOn", "2026-01-12");

    @Test
    void untilItsConditionsAreFulfilledALineGivesNothingButForAReason() {
        String line = opened(Map.of("conditions", List.of(POLICY, FIDUCIARY)));
        created(post(FR, line + "/entries", entry("COMMITMENT", "10")));
        post(FR, line + "/entries", entry("ALLOCATION", "1"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exceptionReason"))
                .body("errors[0].code", equalTo("condition-unfulfilled"));
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(fulfil(FR, line, 2, EVIDENCE))
                    .then()
                    .body("conditions.fulfilled", contains(false, true))
                    .body("conditions[0].fulfilledOn", nullValue())
                    .body("conditions[1].fulfilledOn", equalTo("2026-01-12"))
                    .body("conditions[1].evidence", equalTo("report"));
            String event = topics.awaitEvent("org.coalition.contribution.condition-fulfilled.v1", line)
                    .value();
            assertTrue(event.contains("\"facts\":{\"number\":2,"), event);
        }
        post(FR, line + "/entries", entry("ALLOCATION", "1")).then().statusCode(422);
        ok(fulfil(FR, line, 1, EVIDENCE));
        created(post(FR, line + "/entries", entry("ALLOCATION", "1")));
        as(GB).get(line).then().body("conditions.text", contains("A law is passed.", "Accounts are kept."));
    }

    @Test
    void aConditionIsFulfilledByItsPartyOnceFromTheVersionThatItSaw() throws Exception {
        String line = opened(Map.of("conditions", List.of(POLICY)));
        fulfil(GB, line, 1, EVIDENCE).then().statusCode(403);
        fulfil(EU, line, 1, EVIDENCE).then().statusCode(403);
        fulfil(FR, line, 2, EVIDENCE).then().statusCode(404);
        fulfil(FR, line, 0, EVIDENCE).then().statusCode(404);
        fulfil(FR, line, 1, Map.of("fulfilledOn", "2026-01-12")).then().statusCode(422);
        fulfil(FR, line, 1, Map.of("evidence", "x")).then().statusCode(422);
        fulfil(FR, line, 1, Map.of("evidence", "x", "fulfilledOn", "2999-01-12"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/fulfilledOn"));
        fulfil(FR, line, 1, Map.of("evidence", "x", "fulfilledOn", "2026-01-12", "fulfilled", true))
                .then()
                .statusCode(400);
        as(FR).get(line).then().body("version", equalTo(1));
        String path = line + "/conditions/1/fulfilment";
        as(FR).contentType("application/json")
                .body(json(EVIDENCE))
                .post(path)
                .then()
                .statusCode(428);
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(8, () -> as(FR).header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(json(EVIDENCE))
                .post(path)
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
        fulfil(FR, line, 1, EVIDENCE).then().statusCode(409);
        for (String none :
                List.of("/v1/contributions/x/conditions/1", line + "/conditions/x", line + "/conditions/99999999999")) {
            post(FR, none + "/fulfilment", EVIDENCE).then().statusCode(404);
        }
    }

    @Test
    void whatALineSaysBesideItsLedgerIsEdited() {
        String line = opened(Map.of(
                "conditions",
                List.of(POLICY),
                "privatePartner",
                Map.of("name", "Aegis Shipping Ltd", "country", "NO")));
        as(US).get(line).then().body("privatePartner.country", equalTo("NO"));
        ok(fulfil(FR, line, 1, EVIDENCE));
        ok(patch(FR, line, Map.of("conditions", List.of(FIDUCIARY, POLICY))))
                .then()
                .body("conditions.fulfilled", contains(false, true))
                .body("privatePartner.name", equalTo("Aegis Shipping Ltd"));
        Map<String, Object> none = new HashMap<>();
        none.put("privatePartner", null);
        ok(patch(FR, line, none)).then().body("privatePartner", nullValue());
        patch(FR, line, Map.of("conditions", List.of(POLICY, POLICY)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/conditions/1"));
        patch(FR, line, Map.of("conditions", List.of(Map.of("kind", "POLICY", "text", "x", "fulfilled", true))))
                .then()
                .statusCode(400);
        patch(FR, line, Map.of("conditions", Collections.nCopies(21, POLICY)))
                .then()
                .statusCode(422);
        patch(FR, line, Map.of("privatePartner", Map.of("name", "x", "country", "Norway")))
                .then()
                .statusCode(422);
        patch(FR, line, Map.of("cohorts", List.of(cohort("first", 1, 1, 1))))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-training"));
    }

    @Test
    void theCohortsOfATrainingAreConsistent() {
        Map<String, Object> training =
                Map.of("instrument", "TRAINING", "unit", "persons", "cohorts", List.of(cohort("first", 20, 18, 17)));
        String line = opened(training);
        as(GB).get(line)
                .then()
                .body("cohorts[0].label", equalTo("first"))
                .body("cohorts[0].certified", equalTo(17))
                .body("cohorts[0].startOn", equalTo("2026-01-05"));
        ok(patch(FR, line, Map.of("cohorts", List.of(cohort("first", 40, 18, 17), cohort("second", 0, 0, 0)))))
                .then()
                .body("cohorts.started", contains(40, 0));
        patch(FR, line, Map.of("cohorts", List.of(cohort("first", 20, 21, 17))))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/cohorts/0/completed"));
        patch(FR, line, Map.of("cohorts", List.of(cohort("first", 20, 18, 19))))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/cohorts/0/certified"));
        patch(FR, line, Map.of("cohorts", List.of(cohort("first", 1, 1, 1), cohort("first", 1, 1, 1))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/cohorts/1"));
        Map<String, Object> backwards = new HashMap<>(cohort("first", 1, 1, 1));
        backwards.put("endOn", "2026-01-04");
        patch(FR, line, Map.of("cohorts", List.of(backwards))).then().statusCode(422);
        Map<String, Object> none = new HashMap<>(cohort("first", 0, 0, 0));
        none.put("planned", 0);
        patch(FR, line, Map.of("cohorts", List.of(none))).then().statusCode(422);
    }

    private static Map<String, Object> cohort(String label, int started, int completed, int certified) {
        return Map.of(
                "label", label,
                "planned", 20,
                "started", started,
                "completed", completed,
                "certified", certified,
                "startOn", "2026-01-05",
                "endOn", "2026-03-31");
    }

    private static String opened(Map<String, Object> more) {
        Map<String, Object> opening =
                new HashMap<>(Map.of("track", "MILITARY", "instrument", "GRANT", "description", "SAM systems"));
        opening.putAll(more);
        if (!opening.containsKey("unit")) {
            opening.put("currency", "EUR");
        }
        return created(post(FR, initiative("COALITION") + "/contributions", opening));
    }

    private static Response fulfil(String token, String line, int number, Map<String, ?> fulfilment) {
        return as(token)
                .header("If-Match", etag(token, line))
                .contentType("application/json")
                .body(json(fulfilment))
                .post(line + "/conditions/" + number + "/fulfilment");
    }
}
