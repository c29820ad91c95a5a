package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Plans.part;
import static org.coalition.initiatives.Plans.weigh;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WeightsResourceTest {
    private String whole;
    private String one;
    private String other;

    @BeforeEach
    void plan() {
        whole = initiative("COALITION");
        one = part(whole, "COALITION");
        other = part(whole, "COALITION");
    }

    @Test
    void weightsAreSetForAllPartsInOneStepAndAnnounced() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            as(FR).get(whole + "/weights").then().body("parts.share", contains(0.5f, 0.5f));
            ok(weigh(GB, whole, Map.of(one, "0.75", other, "0.25")))
                    .then()
                    .header("ETag", equalTo(etag(GB, whole + "/weights")))
                    .body("parts.weight", contains(0.75f, 0.25f))
                    .body("parts.version", contains(2, 2));
            as(FR).get(one).then().body("weight", equalTo(0.75f)).body("version", equalTo(2));
            topics.awaitEvent("org.coalition.initiative.weighted.v1", one);
            topics.awaitEvent("org.coalition.initiative.weighted.v1", other);
            ok(weigh(GB, whole, Map.of(one, "0.750", other, "0.25"))).then().body("parts.version", contains(2, 2));
            ok(weigh(GB, whole, Map.of())).then().body("parts.weight", contains(null, null));
        }
    }

    @Test
    void theyNameEachPartOnceAndAreTogetherOne() {
        String stranger = initiative("COALITION");
        weigh(GB, whole, Map.of(one, "0.5", other, "0.4999"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-one"));
        weigh(GB, whole, Map.of(one, "1")).then().statusCode(422).body("errors[0].code", equalTo("part-missing"));
        weigh(GB, whole, Map.of(one, "0.5", other, "0.25", stranger, "0.25"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-a-part"));
        put(GB, """
                {"weights": [{"initiativeId": "%1$s", "weight": 0.5}, {"initiativeId": "%1$s", "weight": 0},
                             {"initiativeId": "%2$s", "weight": 0.5}]}""".formatted(id(one), id(other)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/weights/1/initiativeId"));
        weigh(GB, whole, Map.of(one, "1.5", other, "-0.5")).then().statusCode(422);
        weigh(GB, whole, Map.of(one, "0.33335", other, "0.66665")).then().statusCode(422);
        put(GB, "{\"weights\": null}").then().statusCode(422);
        put(GB, "{\"weights\": [null]}").then().statusCode(422);
        put(GB, "{}").then().statusCode(422);
        put(GB, "{\"weights\": [], \"of\": 1}").then().statusCode(400);
    }

    @Test
    void onlyLeadPartiesOfTheWholeSetThemFromTheVersionTheySaw() {
        weigh(FR, whole, Map.of(one, "0.5", other, "0.5")).then().statusCode(403);
        String body = json(Map.of("weights", List.of()));
        as(GB).contentType("application/json")
                .body(body)
                .put(whole + "/weights")
                .then()
                .statusCode(428);
        String seen = etag(GB, whole + "/weights");
        part(whole, "COALITION");
        as(GB).header("If-Match", seen)
                .contentType("application/json")
                .body(body)
                .put(whole + "/weights")
                .then()
                .statusCode(412);
        ok(move(GB, whole + "/cancellation", Map.of("reason", "overtaken")));
        put(GB, body).then().statusCode(409);
    }

    @Test
    void aPartThatMovesLeavesItsWeightBehindAndTheOthersKeepTheirProportion() {
        String third = part(whole, "COALITION");
        ok(weigh(GB, whole, Map.of(one, "0.5", other, "0.3", third, "0.2")));
        ok(patch(GB, one, Map.of("parentId", id(initiative("COALITION")))))
                .then()
                .body("weight", equalTo(null));
        as(FR).get(whole + "/weights")
                .then()
                .body("parts.weight", contains(0.3f, 0.2f))
                .body("parts.share", contains(0.6f, 0.4f));
        ok(move(GB, third + "/cancellation", Map.of("reason", "overtaken")));
        ok(weigh(GB, whole, Map.of(other, "1"))).then().body("parts.share", contains(1.0f));
    }

    @Test
    void aPartThatSomebodyMayNotKnowOfIsNotAmongThem() {
        String secret = part(whole, "RESTRICTED", "FR");
        as(FR).get(whole + "/weights").then().body("parts.initiativeId", contains(id(one), id(other), id(secret)));
        as(US).get(whole + "/weights").then().body("parts.initiativeId", contains(id(one), id(other)));
        String hidden = initiative("RESTRICTED");
        as(US).get(hidden + "/weights").then().statusCode(404);
        as(US).header("If-Match", "*")
                .contentType("application/json")
                .body("{\"weights\": []}")
                .put(hidden + "/weights")
                .then()
                .statusCode(404);
    }

    @Test
    void whoLeadsTheWholeButMayNotKnowOfAPartWeighsTheOthers() {
        ok(patch(GB, whole, Map.of("leadParties", List.of("GB", "FR"))));
        Map<String, Object> details = details("RESTRICTED");
        details.put("leadParties", List.of("FR"));
        details.put("parentId", id(whole));
        String secret = created(post(FR, "/v1/initiatives", details));
        ok(weigh(FR, whole, Map.of(one, "0.2", other, "0.3", secret, "0.5")));
        ok(weigh(GB, whole, Map.of(one, "0.5", other, "0.5"))).then().body("parts.share", contains(0.5f, 0.5f));
        as(FR).get(whole + "/weights").then().body("parts.weight", contains(0.5f, 0.5f, null));
    }

    @Test
    void ofManyWhoWeighAtOnceFromOneVersionOneDoes() throws Exception {
        String seen = etag(GB, whole + "/weights");
        List<Callable<Integer>> calls = IntStream.range(1, 9)
                .<Callable<Integer>>mapToObj(i -> () -> as(GB).header("If-Match", seen)
                        .contentType("application/json")
                        .body("""
                                {"weights": [{"initiativeId": "%s", "weight": 0.%d}, {"initiativeId": "%s", "weight": 0.%d}]}""".formatted(id(one), i, id(other), 10 - i))
                        .put(whole + "/weights")
                        .statusCode())
                .toList();
        List<Integer> statuses = AtOnce.atOnce(calls);
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
        as(GB).get(whole + "/weights").then().body("parts.version", containsInAnyOrder(2, 2));
    }

    /** Parts come and go while others weigh: whatever wins, the weights that stand are together no more than one. */
    @Test
    void partsThatComeAndGoMeanwhileNeverMakeTheWeightsMoreThanOne() throws Exception {
        String elsewhere = initiative("COALITION");
        List<Callable<Integer>> calls = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> i % 3 == 0
                        ? () -> weigh(GB, whole, Map.of(one, "0.9", other, "0.1"))
                                .statusCode()
                        : i % 3 == 1
                                ? () -> patch(GB, other, Map.of("parentId", id(elsewhere)))
                                        .statusCode()
                                : () -> patch(GB, other, Map.of("parentId", id(whole)))
                                        .statusCode())
                .toList();
        List<Integer> statuses = AtOnce.atOnce(calls);
        assertEquals(0, statuses.stream().filter(status -> status >= 500).count(), statuses.toString());
        List<Float> weights = as(GB).get(whole + "/weights").path("parts.weight");
        double sum = weights.stream()
                .filter(weight -> weight != null)
                .mapToDouble(Float::doubleValue)
                .sum();
        assertEquals(true, sum < 1.0001, weights.toString());
    }

    private Response put(String token, String body) {
        return as(token)
                .header("If-Match", etag(token, whole + "/weights"))
                .contentType("application/json")
                .body(body)
                .put(whole + "/weights");
    }
}
