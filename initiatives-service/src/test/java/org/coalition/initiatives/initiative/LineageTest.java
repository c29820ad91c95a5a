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
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Plans.part;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LineageTest {
    @Test
    void aPartNamesWhatItIsAPartOfAndIsListedUnderIt() {
        String whole = initiative("COALITION");
        String part = part(whole, "COALITION");
        as(FR).get(part).then().body("parentId", equalTo(id(whole))).body("weight", equalTo(null));
        as(FR).get("/v1/initiatives?parentId=" + id(whole)).then().body("items.id", contains(id(part)));
        ok(patch(GB, part, Collections.singletonMap("parentId", null))).then().body("parentId", equalTo(null));
        as(FR).get("/v1/initiatives?parentId=" + id(whole)).then().body("items", equalTo(List.of()));
        ok(patch(GB, part, Map.of("parentId", id(whole)))).then().body("parentId", equalTo(id(whole)));
        ok(patch(GB, part, Map.of("parentId", id(whole)))).then().header("ETag", equalTo(etag(GB, part)));
    }

    @Test
    void onlyWhoLeadsBothPutsOneUnderTheOther() {
        String whole = initiative("COALITION");
        Map<String, Object> details = details("COALITION");
        details.put("leadParties", List.of("FR"));
        details.put("parentId", id(whole));
        post(FR, "/v1/initiatives", details).then().statusCode(403);
        details.put("leadParties", List.of("GB", "FR"));
        post(FR, "/v1/initiatives", details).then().statusCode(403);
        String part = created(post(GB, "/v1/initiatives", details));
        ok(patch(FR, part, Map.of("title", "Whoever leads it edits the rest")))
                .then()
                .body("parentId", equalTo(id(whole)));
    }

    @Test
    void whatIsOverGetsNoParts() {
        String whole = initiative("COALITION");
        ok(move(GB, whole + "/cancellation", Map.of("reason", "overtaken")));
        Map<String, Object> details = details("COALITION");
        details.put("parentId", id(whole));
        post(GB, "/v1/initiatives", details)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parentId"))
                .body("errors[0].code", equalTo("is-over"));
    }

    @Test
    void aCircleOfPartsIsRefusedHoweverLong() {
        String top = initiative("COALITION");
        String middle = part(top, "COALITION");
        String bottom = part(middle, "COALITION");
        for (String below : List.of(top, middle, bottom)) {
            patch(GB, top, Map.of("parentId", id(below)))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("circle"));
        }
    }

    @Test
    void aTreeHasFiveLevelsAlsoWhenWholeTreesArePutTogether() {
        String top = initiative("COALITION");
        String lowest = top;
        for (int level = 2; level <= 5; level++) {
            lowest = part(lowest, "COALITION");
        }
        Map<String, Object> details = details("COALITION");
        details.put("parentId", id(lowest));
        post(GB, "/v1/initiatives", details).then().statusCode(422).body("errors[0].code", equalTo("too-deep"));
        String other = initiative("COALITION");
        patch(GB, top, Map.of("parentId", id(other)))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-deep"));
        String single = initiative("COALITION");
        ok(patch(GB, single, Map.of("parentId", id(top))));
    }

    @Test
    void whatSomebodyMayNotKnowOfIsNotToldAsParentOrDependencyByAnyPath() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String secret = initiative("RESTRICTED", "FR");
            Map<String, Object> details = details("COALITION");
            details.put("parentId", id(secret));
            details.put("dependsOn", List.of(id(secret)));
            String open = created(post(GB, "/v1/initiatives", details));
            as(FR).get(open)
                    .then()
                    .body("parentId", equalTo(id(secret)))
                    .body("dependsOn.initiativeId", contains(id(secret)));
            as(US).get(open).then().body("parentId", equalTo(null)).body("dependsOn", equalTo(List.of()));
            as(US).get("/v1/initiatives?parentId=" + id(secret)).then().body("items", equalTo(List.of()));
            as(US).get("/v1/initiatives?dependsOn=" + id(secret)).then().body("items", equalTo(List.of()));
            as(FR).get("/v1/initiatives?parentId=" + id(secret)).then().body("items.id", contains(id(open)));
            as(FR).get("/v1/initiatives?dependsOn=" + id(secret)).then().body("items.id", contains(id(open)));
            ConsumerRecord<String, String> planned = topics.awaitEvent("org.coalition.initiative.planned.v1", open);
            assertFalse(planned.value().contains(id(secret)), planned.value());
            String tag = etag(US, open);
            ok(patch(GB, secret, Map.of("visibility", "COALITION")));
            as(US).header("If-None-Match", tag).get(open).then().statusCode(200).body("parentId", equalTo(id(secret)));
        }
    }

    @Test
    void aReferenceToWhatOneMayNotSeeIsRefusedAsOneToNothing() {
        MeetingsService.registerParties();
        Map<String, Object> secret = details("RESTRICTED");
        secret.put("leadParties", List.of("FR"));
        String hidden = created(post(FR, "/v1/initiatives", secret));
        for (String unknown : List.of(id(hidden), MeetingsService.newId())) {
            Map<String, Object> details = details("COALITION");
            details.put("parentId", unknown);
            post(GB, "/v1/initiatives", details)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/parentId"))
                    .body("errors[0].code", equalTo("unknown-initiative"));
            details.put("parentId", null);
            details.put("dependsOn", List.of(id(initiative("PUBLIC")), unknown));
            post(GB, "/v1/initiatives", details)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/dependsOn/1"))
                    .body("errors.code", contains("unknown-initiative"));
        }
    }

    @Test
    void aDependencyIsShownWithItsStateAndCanBeTakenAway() {
        String before = initiative("COALITION");
        String after = initiative("COALITION");
        ok(patch(GB, after, Map.of("dependsOn", List.of(id(before)))))
                .then()
                .body("dependsOn.status", contains("PIPELINE"));
        String tag = etag(GB, after);
        ok(move(GB, before + "/cancellation", Map.of("reason", "overtaken")));
        as(FR).header("If-None-Match", tag)
                .get(after)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("dependsOn.status", contains("CANCELLED"));
        as(FR).get("/v1/initiatives?dependsOn=" + id(before)).then().body("items.id", contains(id(after)));
        ok(patch(GB, after, Map.of("dependsOn", List.of()))).then().body("dependsOn", equalTo(List.of()));
    }

    @Test
    void whoMayNotKnowOfADependencyDoesNotEditItAway() {
        String secret = initiative("RESTRICTED");
        String open = initiative("COALITION");
        Map<String, Object> details = details("COALITION");
        details.put("leadParties", List.of("FR", "GB"));
        details.put("dependsOn", List.of(id(secret)));
        String shared = created(post(GB, "/v1/initiatives", details));
        ok(patch(FR, shared, Map.of("dependsOn", List.of(id(open)))))
                .then()
                .body("dependsOn.initiativeId", contains(id(open)));
        as(GB).get(shared).then().body("dependsOn.initiativeId", containsInAnyOrder(id(open), id(secret)));
        ok(patch(GB, shared, Map.of("dependsOn", List.of()))).then().body("dependsOn", equalTo(List.of()));
    }

    @Test
    void aCircleOfDependenciesIsRefusedHoweverLong() {
        String first = initiative("COALITION");
        String second = dependingOn(first);
        String third = dependingOn(second);
        for (String behind : List.of(first, second, third)) {
            patch(GB, first, Map.of("dependsOn", List.of(id(behind))))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/dependsOn/0"))
                    .body("errors[0].code", equalTo("circle"));
        }
        ok(patch(GB, third, Map.of("dependsOn", List.of(id(first), id(second)))));
    }

    /** Each move alone is right; all of them together would go round. */
    @Test
    void movesThatCloseACircleTogetherAreNotAllMade() throws Exception {
        for (String link : List.of("parentId", "dependsOn")) {
            for (int round = 0; round < 3; round++) {
                List<String> ring = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    ring.add(initiative("COALITION"));
                }
                List<Callable<Integer>> moves = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String from = ring.get(i);
                    String to = id(ring.get((i + 1) % 4));
                    moves.add(() -> patch(GB, from, Map.of(link, link.equals("parentId") ? to : List.of(to)))
                            .statusCode());
                }
                List<Integer> statuses = AtOnce.atOnce(moves);
                assertEquals(3, Collections.frequency(statuses, 200), link + statuses);
                assertTrue(
                        statuses.stream()
                                .allMatch(status -> List.of(200, 412, 422).contains(status)),
                        "" + statuses);
                assertEndsSomewhere(ring, link);
            }
        }
    }

    private static void assertEndsSomewhere(List<String> ring, String link) {
        Map<String, Object> next = new HashMap<>();
        for (String initiative : ring) {
            Response now = as(GB).get(initiative);
            next.put(
                    id(initiative),
                    link.equals("parentId")
                            ? now.path("parentId")
                            : now.<List<String>>path("dependsOn.initiativeId").stream()
                                    .findFirst()
                                    .orElse(null));
        }
        Object at = id(ring.get(0));
        for (int steps = 0; at != null; steps++) {
            assertTrue(steps < 4, "a circle: " + next);
            at = next.get(at);
        }
    }

    private static String dependingOn(String before) {
        Map<String, Object> details = details("COALITION");
        details.put("dependsOn", List.of(id(before)));
        return created(post(GB, "/v1/initiatives", details));
    }
}
