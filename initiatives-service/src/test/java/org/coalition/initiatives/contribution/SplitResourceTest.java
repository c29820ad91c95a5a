package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SplitResourceTest {
    private String initiative;
    private String line;
    private String entries;

    @BeforeEach
    void open() {
        initiative = initiative("COALITION");
        line = contribution(FR, initiative);
        entries = line + "/entries";
    }

    @Test
    void thePartsStandForTheLineFromOneInstantOn() {
        created(post(FR, entries, entry("PLEDGE", "100")));
        created(post(FR, entries, entry("COMMITMENT", "60").replace("2026-01-12", "2025-12-01")));
        created(post(FR, entries, entry("COMMITMENT", "40")));
        String wrong = created(post(FR, entries, entry("COMMITMENT", "7").replace("2026-01-12", "2025-11-01")));
        created(post(FR, wrong + "/reversal", Map.of("reason", "entered twice")));
        created(post(FR, entries, entry("ALLOCATION", "50")));
        created(post(FR, entries, entry("DISBURSEMENT", "20.50")));
        Map<String, BigDecimal> before = byKindAndDay(List.of(line));
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            Response split = ok(move(
                    FR,
                    line + "/split",
                    parts(
                            part("launchers", 70, 70, 30, 20),
                            Map.of(
                                    "description",
                                    "medicine",
                                    "track",
                                    "HUMANITARIAN",
                                    "pledged",
                                    30,
                                    "committed",
                                    30,
                                    "allocated",
                                    20,
                                    "delivered",
                                    new BigDecimal("0.50")))));
            split.then().header("ETag", equalTo("\"9\"")).body("committed", equalTo(100));
            String splitAt = split.path("splitAt");
            Response parts = as(GB).get("/v1/contributions?splitFrom=" + id(line));
            parts.then()
                    .body("items.description", contains("launchers", "medicine"))
                    .body("items.track", contains("MILITARY", "HUMANITARIAN"))
                    .body("items.committed", contains(70, 30))
                    .body("items.splitFrom", contains(id(line), id(line)))
                    .body("items.initiativeId", contains(id(initiative), id(initiative)))
                    .body("items.splitAt", contains(nullValue(), nullValue()));
            List<String> paths = paths(parts);
            assertEquals(before, byKindAndDay(paths));
            as(GB).get(paths.get(1) + "/entries")
                    .then()
                    .body("items.kind", contains("PLEDGE", "COMMITMENT", "ALLOCATION", "DISBURSEMENT"))
                    .body("items.recordedAt", contains(splitAt, splitAt, splitAt, splitAt))
                    .body("items.carriedFrom.size()", equalTo(4));
            topics.awaitEvent("org.coalition.contribution.split.v1", line);
            String taken = topics.awaitEvent("org.coalition.contribution.shares-taken-over.v1", paths.get(1))
                    .value();
            assertTrue(taken.contains("\"committed\":30"), taken);
            assertTrue(taken.contains("\"facts\":{\"from\":\"" + id(line) + "\",\"entries\":4}"), taken);
        }
    }

    @Test
    void aLineThatWasSplitTakesNothingMoreButItsPartsDo() {
        String posted = created(post(FR, entries, entry("COMMITMENT", "2")));
        ok(move(FR, line + "/split", parts(part("a", 0, 1, 0, 0), part("b", 0, 1, 0, 0))));
        for (Response refusal : List.of(
                post(FR, entries, entry("PLEDGE", "1")),
                post(FR, posted + "/reversal", Map.of("reason", "x")),
                patch(FR, line, Map.of("description", "x")),
                move(FR, line + "/split", parts(part("a", 0, 1, 0, 0), part("b", 0, 1, 0, 0))))) {
            refusal.then().statusCode(409).body("detail", containsString("?splitFrom=" + id(line)));
        }
        String part =
                paths(as(FR).get("/v1/contributions?splitFrom=" + id(line))).get(0);
        created(post(FR, part + "/entries", entry("ALLOCATION", "1")));
        String share = as(FR).get(part + "/entries?kind=COMMITMENT").path("items[0].id");
        post(FR, part + "/entries/" + share + "/reversal", Map.of("reason", "x"))
                .then()
                .statusCode(409);
        ok(move(FR, part + "/split", parts(part("aa", 0, 1, 1, 0), part("ab", 0, 0, 0, 0))));
        as(FR).get("/v1/contributions?splitFrom=" + id(part)).then().body("items.committed", contains(1, 0));
    }

    @Test
    void goodsAreSplitWithWhatWasDelivered() {
        String goods = contribution(FR, initiative, Map.of("unit", "systems"));
        for (String kind : List.of("COMMITMENT", "ALLOCATION")) {
            created(post(
                    FR,
                    goods + "/entries",
                    "{\"kind\":\"%s\",\"quantity\":{\"value\":4,\"unit\":\"systems\"},\"valueDate\":\"2026-01-12\"}"
                            .formatted(kind)));
        }
        ok(as(UA).post("/v1/delivery-double/" + id(goods) + "/3"));
        ok(move(FR, goods + "/split", parts(part("a", 0, 2, 2, 2), part("b", 0, 2, 2, 1))));
        as(GB).get("/v1/contributions?splitFrom=" + id(goods))
                .then()
                .body("items.delivered", contains(2, 1))
                .body("items.unit", contains("systems", "systems"));
        as(UA).post("/v1/delivery-double/" + id(goods) + "/1").then().statusCode(409);
    }

    @Test
    void whatIsNotTheWholeOrNotAllowedIsRefused() {
        created(post(FR, entries, entry("COMMITMENT", "2")));
        Map<String, Object> halves = parts(part("a", 0, 1, 0, 0), part("b", 0, 1, 0, 0));
        move(FR, line + "/split", parts(part("a", 0, 1, 0, 0), part("b", 0, 2, 0, 0)))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-the-whole"));
        move(FR, line + "/split", parts(part("a", 0, 1, 0, 0), part("b", 0, 1, 2, 0)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/parts/1/allocated"));
        move(FR, line + "/split", parts(part("a", 0, 2, 0, 0))).then().statusCode(422);
        move(FR, line + "/split", parts(part(" ", 0, 1, 0, 0), part("b", 0, 1, 0, 0)))
                .then()
                .statusCode(422);
        move(FR, line + "/split", parts(part("a", 0, 3, 0, 0), part("b", 0, -1, 0, 0)))
                .then()
                .statusCode(422);
        move(GB, line + "/split", halves).then().statusCode(403);
        as(FR).contentType("application/json")
                .body(json(halves))
                .post(line + "/split")
                .then()
                .statusCode(428);
        as(FR).header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(json(halves))
                .post(line + "/split")
                .then()
                .statusCode(412);
        as(FR).get(line).then().body("version", equalTo(2)).body("splitAt", nullValue());
        as(FR).get("/v1/contributions?splitFrom=" + id(line)).then().body("items", equalTo(List.of()));
    }

    @Test
    void thePartsOfARestrictedLineAreKnownToItsPartiesOnly() {
        String restricted = contribution(FR, initiative("RESTRICTED", "FR"));
        ok(move(FR, restricted + "/split", parts(part("a", 0, 0, 0, 0), part("b", 0, 0, 0, 0))));
        String list = "/v1/contributions?splitFrom=" + id(restricted);
        as(US).get(list).then().body("items", equalTo(List.of()));
        String part = paths(as(GB).get(list)).get(0);
        as(US).get(part).then().statusCode(404);
        post(US, restricted + "/split", parts(part("a", 0, 0, 0, 0), part("b", 0, 0, 0, 0)))
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsPostedWhileALineIsSplitIsInTheWholeOrRefused() throws Exception {
        created(post(FR, entries, entry("COMMITMENT", "1")));
        created(post(FR, entries, entry("COMMITMENT", "1")));
        List<Callable<Integer>> work = new ArrayList<>(Collections.nCopies(
                15, () -> post(FR, entries, entry("PLEDGE", "1")).statusCode()));
        for (int i = 0; i < 10; i++) {
            work.add(() -> {
                Response now = as(FR).get(line);
                int pledged = now.path("pledged");
                return as(FR).header("If-Match", now.header("ETag"))
                        .contentType("application/json")
                        .body(json(parts(part("a", pledged, 1, 0, 0), part("b", 0, 1, 0, 0))))
                        .post(line + "/split")
                        .statusCode();
            });
        }
        List<Integer> statuses = AtOnce.atOnce(work);
        int posted = Collections.frequency(statuses.subList(0, 15), 201);
        int splits = Collections.frequency(statuses.subList(15, 25), 200);
        assertEquals(15 - posted, Collections.frequency(statuses.subList(0, 15), 409), statuses.toString());
        assertTrue(splits <= 1 && posted + splits > 0, statuses.toString());
        as(GB).get(line).then().body("pledged", equalTo(posted));
        if (splits == 1) {
            as(GB).get("/v1/contributions?splitFrom=" + id(line)).then().body("items.pledged", contains(posted, 0));
        }
    }

    private static List<String> paths(Response list) {
        return list.<List<String>>path("items.id").stream()
                .map(id -> "/v1/contributions/" + id)
                .toList();
    }

    private static Map<String, BigDecimal> byKindAndDay(List<String> lines) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String line : lines) {
            List<Map<String, Object>> items =
                    as(GB).get(line + "/entries?limit=200").path("items");
            for (Map<String, Object> item : items) {
                Object amount = ((Map<?, ?>) item.get("money")).get("amount");
                sums.merge(
                        item.get("kind") + " " + item.get("valueDate"),
                        new BigDecimal(amount.toString()),
                        BigDecimal::add);
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((key, sum) -> sum.setScale(2));
        return sums;
    }

    private static Map<String, Object> parts(Map<?, ?>... parts) {
        return Map.of("parts", List.of(parts));
    }

    private static Map<String, Object> part(
            String description, int pledged, int committed, int allocated, int delivered) {
        return Map.of(
                "description", description,
                "pledged", pledged,
                "committed", committed,
                "allocated", allocated,
                "delivered", delivered);
    }
}
