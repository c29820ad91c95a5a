package org.coalition.initiatives.need;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.need.Asked.UA;
import static org.coalition.initiatives.need.Asked.accept;
import static org.coalition.initiatives.need.Asked.accepted;
import static org.coalition.initiatives.need.Asked.details;
import static org.coalition.initiatives.need.Asked.need;
import static org.coalition.initiatives.need.Asked.offer;
import static org.coalition.initiatives.need.Asked.quantity;
import static org.coalition.initiatives.need.Asked.restricted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NeedResourceTest {
    @Inject
    TestClock clock;

    @Test
    void aNeedIsMetByItsOffersAndEachStepIsAnnounced() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String need = need("10.50");
            as(FR).get(need)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("status", equalTo("OPEN"))
                    .body("recipient", equalTo("UA"))
                    .body("quantity.value.toString()", equalTo("10.5"))
                    .body("met", equalTo(0))
                    .body("overdue", equalTo(false))
                    .body("next", contains("PARTLY_MET", "MET", "WITHDRAWN"));
            String first = offer(FR, need, "6");
            String second = offer(DE, need, "20");
            as(EU).get(need + "/offers").then().body("items.party", contains("FR", "DE"));
            ok(accept(first, Map.of("quantity", quantity("4"))))
                    .then()
                    .body("status", equalTo("ACCEPTED"))
                    .body("accepted", equalTo(4));
            as(FR).get(need).then().body("status", equalTo("PARTLY_MET")).body("unmet", equalTo(6.5f));
            accept(second, Map.of()).then().statusCode(409).body("type", equalTo("/problems/conflict"));
            as(FR).get(second).then().body("status", equalTo("OFFERED")).header("ETag", "\"1\"");
            ok(accept(second, Map.of("quantity", quantity("6.5"))));
            as(FR).get(need).then().body("status", equalTo("MET")).body("unmet", equalTo(0.00f));
            accept(second, Map.of()).then().statusCode(409).body("state", equalTo("ACCEPTED"));
            post(FR, need + "/offers", Asked.offer("1"))
                    .then()
                    .statusCode(409)
                    .body("state", equalTo("MET"))
                    .body("allowed", contains("PARTLY_MET"));
            topics.awaitEvent("org.coalition.need.stated.v1", need);
            topics.awaitEvent("org.coalition.offer.made.v1", first);
            topics.awaitEvent("org.coalition.offer.accepted.v1", second);
            var matched = topics.await(message -> "3".equals(Topics.header(message, "ce_sequence"))
                    && need.equals(Topics.header(message, "ce_subject")));
            assertEquals("org.coalition.need.matched.v1", Topics.header(matched, "ce_type"));
            assertEquals(id(need), matched.key());
            assertEquals(
                    id(need),
                    topics.awaitEvent("org.coalition.offer.accepted.v1", first).key());
        }
    }

    /** Thirty-two acceptances of three each, of a need of ten: three fit, and for the others too little is left. */
    @Test
    void acceptancesAtOnceNeverExceedTheNeed() throws Exception {
        String need = need("10");
        List<Callable<Integer>> acceptances = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String offer = offer(FR, need, "3");
            acceptances.add(() -> accept(offer, Map.of()).statusCode());
        }
        List<Integer> statuses = atOnce(acceptances);
        assertEquals(3, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(29, Collections.frequency(statuses, 409), statuses::toString);
        as(UA).get(need)
                .then()
                .header("ETag", "\"4\"")
                .body("status", equalTo("PARTLY_MET"))
                .body("met", equalTo(9));
        List<Object> accepted = as(UA).get(need + "/offers?limit=200").path("items.accepted.findAll{it != null}");
        assertEquals(3, accepted.size());
    }

    @Test
    void oneOfferIsAcceptedOnceHoweverManyTry() throws Exception {
        String need = need("100");
        String offer = offer(FR, need, "5");
        List<Integer> statuses = atOnce(Collections.nCopies(12, () -> as(UA).header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{}")
                .post(offer + "/acceptance")
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(11, Collections.frequency(statuses, 412), statuses::toString);
        as(UA).get(need).then().body("met", equalTo(5));
    }

    @Test
    void theRecipientAloneDecidesAndTheOffererAloneWithdraws() {
        String need = need("10");
        String offer = offer(FR, need, "5");
        move(FR, offer + "/acceptance", Map.of()).then().statusCode(403);
        move(DE, offer + "/withdrawal", Map.of("reason", "x")).then().statusCode(403);
        move(FR, need + "/withdrawal", Map.of("reason", "x")).then().statusCode(403);
        patch(FR, need, Map.of("priority", "LOW")).then().statusCode(403);
        post(UA, need + "/offers", Asked.offer("1")).then().statusCode(403);
        post(EU, "/v1/needs", details("Generators", "1")).then().statusCode(403);
        anonymous()
                .contentType("application/json")
                .body("{}")
                .post("/v1/needs")
                .then()
                .statusCode(401);
        ok(move(FR, offer + "/withdrawal", Map.of("reason", "Sold")))
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("statusReason", equalTo("Sold"));
        String other = offer(DE, need, "5");
        ok(move(UA, other + "/refusal", Map.of("reason", "Too late"))).then().body("status", equalTo("DECLINED"));
        move(DE, other + "/withdrawal", Map.of("reason", "x")).then().statusCode(409);
        ok(move(UA, need + "/withdrawal", Map.of("reason", "Repaired"))).then().body("status", equalTo("WITHDRAWN"));
        post(FR, need + "/offers", Asked.offer("1")).then().statusCode(409);
    }

    @Test
    void aMoveNeedsTheVersionThatItRestsOn() {
        String need = need("10");
        String offer = offer(FR, need, "5");
        for (String move : List.of(offer + "/acceptance", offer + "/refusal", need + "/withdrawal")) {
            Map<String, Object> body = move.endsWith("acceptance") ? Map.of() : Map.of("reason", "x");
            post(UA, move, body).then().statusCode(428);
            as(UA).header("If-Match", "\"7\"")
                    .contentType("application/json")
                    .body(body)
                    .post(move)
                    .then()
                    .statusCode(412);
        }
        as(UA).get(need).then().header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"item\": \" \"}",
                "{\"quantity\": {\"value\": 0, \"unit\": \"units\"}}",
                "{\"quantity\": {\"value\": -1, \"unit\": \"units\"}}",
                "{\"quantity\": {\"value\": 0.00001, \"unit\": \"units\"}}",
                "{\"quantity\": {\"value\": 1, \"unit\": \"\"}}",
                "{\"neededBy\": null}",
                "{\"priority\": null}",
                "{\"visibility\": \"RESTRICTED\", \"visibleTo\": [\"XX\"]}",
                "{\"initiativeId\": \"0198d2f0-0000-7000-8000-000000000000\"}"
            })
    void anEditThatBreaksARuleIs422(String changes) {
        String need = need("10");
        as(UA).header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch(need)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        as(UA).get(need).then().header("ETag", "\"1\"");
    }

    @Test
    void anEditKeepsWhatIsAccepted() {
        String need = need("10");
        accepted(offer(FR, need, "4"));
        patch(UA, need, Map.of("quantity", quantity("3")))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("less-than-met"));
        patch(UA, need, Map.of("item", "Pumps")).then().body("errors[0].code", equalTo("offers-accepted"));
        ok(patch(UA, need, Map.of("quantity", quantity("4")))).then().body("status", equalTo("MET"));
        ok(patch(UA, need, Map.of("quantity", quantity("8")))).then().body("status", equalTo("PARTLY_MET"));
    }

    @Test
    void anOfferIsInTheUnitOfTheNeedAndAtMostAcceptedAsAWhole() {
        String need = need("10");
        Map<String, Object> wrong = Asked.offer("1");
        wrong.put("quantity", Map.of("value", 1, "unit", "tonnes"));
        post(FR, need + "/offers", wrong).then().statusCode(422).body("errors[0].code", equalTo("other-unit"));
        String offer = offer(FR, need, "2");
        accept(offer, Map.of("quantity", quantity("3")))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("more-than-offered"));
        accept(offer, Map.of("quantity", Map.of("value", 1, "unit", "tonnes")))
                .then()
                .statusCode(422);
        accept(offer, Map.of("quantity", Map.of("value", 0, "unit", "units")))
                .then()
                .statusCode(422);
        accept(offer, Map.of("unknown", 1)).then().statusCode(400);
        as(UA).get(need).then().body("met", equalTo(0));
    }

    @Test
    void anOfferNamesALineOfItsOwnPartyThatAllReadersMayKnowOf() {
        String need = need("10");
        String open = initiative("COALITION");
        Map<String, Object> offer = Asked.offer("1");
        offer.put("contributionId", id(contribution(FR, open)));
        as(UA).get(created(post(FR, need + "/offers", offer)))
                .then()
                .body("contributionId", equalTo(offer.get("contributionId")));
        post(DE, need + "/offers", offer)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-contribution"));
        offer.put("contributionId", UUID.randomUUID().toString());
        post(FR, need + "/offers", offer).then().body("errors[0].code", equalTo("unknown-contribution"));
        offer.put("contributionId", id(contribution(FR, initiative("RESTRICTED", "FR"))));
        post(FR, need + "/offers", offer).then().statusCode(422).body("errors[0].code", equalTo("narrower-audience"));
    }

    @Test
    void aNeedNamesAnInitiativeThatAllItsReadersMayKnowOf() {
        Map<String, Object> details = details("Generators", "10");
        details.put("initiativeId", id(initiative("COALITION")));
        String need = need(details);
        as(FR).get("/v1/needs?initiativeId=" + details.get("initiativeId"))
                .then()
                .body("items.id", contains(id(need)));
        details.put("initiativeId", id(initiative("RESTRICTED", "UA")));
        post(UA, "/v1/needs", details).then().statusCode(422).body("errors[0].code", equalTo("narrower-audience"));
        details.put("initiativeId", id(initiative("RESTRICTED", "FR")));
        post(UA, "/v1/needs", details).then().statusCode(422).body("errors[0].code", equalTo("unknown-initiative"));
    }

    @Test
    void whatOneMayNotKnowOfDoesNotExist() {
        String need = restricted("FR");
        String offer = offer(FR, need, "5");
        for (String path : List.of(need, need + "/offers", offer)) {
            as(UA).get(path).then().statusCode(200);
            as(FR).get(path).then().statusCode(200);
            as(DE).get(path).then().statusCode(404);
            anonymous().get(path).then().statusCode(404);
        }
        post(DE, need + "/offers", Asked.offer("1")).then().statusCode(404);
        as(DE).header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .post(offer + "/acceptance")
                .then()
                .statusCode(404);
        as(DE).get("/v1/needs?limit=200&recipient=UA").then().body("items.id", not(hasItem(id(need))));
        String open = need("10");
        String made = offer(FR, open, "5");
        ok(patch(UA, open, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        as(DE).get(made).then().statusCode(404);
        as(FR).get(made).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void itIsOverdueByTheClock() {
        Map<String, Object> details = details("Generators", "10");
        details.put("neededBy", clock.instant().toString().substring(0, 10));
        String need = need(details);
        as(UA).get(need).then().body("overdue", equalTo(false)).header("ETag", "\"1\"");
        details.put("neededBy", clock.instant().minusSeconds(86_400).toString().substring(0, 10));
        String late = need(details);
        as(UA).get(late).then().body("overdue", equalTo(true)).header("ETag", "\"1-overdue\"");
        accepted(offer(FR, late, "10"));
        as(UA).get(late).then().body("overdue", equalTo(false));
    }

    @Test
    void theReportAddsWhatIsUnmetByItemAndDayAndTheListShowsWhatIsBehind() {
        String item = "Item " + UUID.randomUUID();
        String partly = need(details(item, "10.5"));
        accepted(offer(FR, partly, "4"));
        String open = need(details(item, "2"));
        accepted(offer(FR, need(details(item, "7")), "7"));
        String gone = need(details(item, "100"));
        ok(move(UA, gone + "/withdrawal", Map.of("reason", "x")));
        Map<String, Object> later = details(item, "1");
        later.put("neededBy", "2099-04-01");
        need(later);
        Map<String, Object> secret = details(item, "1000");
        secret.put("visibility", "RESTRICTED");
        need(secret);
        String report = "/v1/reports/unmet-needs?item=" + item;
        as(FR).get(report)
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("asOf", not(nullValue()))
                .body("items.neededBy", contains("2099-03-01", "2099-04-01"))
                .body("items.needs", contains(2, 1))
                .body("items[0].needed", equalTo(12.5f))
                .body("items[0].met", equalTo(4))
                .body("items[0].unmet", equalTo(8.5f));
        as(UA).get(report).then().body("items[0].unmet", equalTo(1008.5f));
        anonymous().get(report).then().body("items", empty());
        as(FR).get("/v1/needs?unmet=true&unit=units&neededBy=2099-03-01&item=" + item)
                .then()
                .body("items.id", contains(id(partly), id(open)));
        as(FR).get("/v1/needs?unmet=false&item=" + item).then().body("items.status", contains("MET", "WITHDRAWN"));
        as(FR).get(report + "&from=2099-03-02").then().body("items.needs", contains(1));
        as(FR).get(report + "&to=2099-03-31&priority=HIGH&recipient=UA").then().body("items.needs", contains(2));
        as(FR).get(report + "&priority=LOW").then().body("items", empty());
        as(FR).get(report + "&from=tomorrow").then().statusCode(400);
        assertEquals(1, Statements.of(() -> ok(as(FR).get(report))));
    }

    @Test
    void aListIsOneStatementHoweverLong() {
        String need = need("10");
        for (int i = 0; i < 4; i++) {
            offer(FR, need, "1");
        }
        for (String limit : List.of("1", "200")) {
            assertEquals(1, Statements.of(() -> ok(as(FR).get("/v1/needs?limit=" + limit))));
            // The need itself, whether it may be seen, is the first.
            assertEquals(2, Statements.of(() -> ok(as(FR).get(need + "/offers?limit=" + limit))));
        }
        assertEquals(1, Statements.of(() -> ok(as(FR).get(need))));
    }

    @Test
    void filtersFindTheirNeeds() {
        Map<String, Object> details = new HashMap<>(details("Item " + UUID.randomUUID(), "1"));
        details.put("priority", "CRITICAL");
        String need = need(details);
        for (String filter : List.of("priority=CRITICAL", "recipient=UA", "status=OPEN", "unmet=true")) {
            as(FR).get("/v1/needs?item=" + details.get("item") + "&" + filter)
                    .then()
                    .body("items.id", contains(id(need)));
        }
        for (String filter : List.of("priority=LOW", "recipient=FR", "status=MET", "unmet=false", "unit=tonnes")) {
            as(FR).get("/v1/needs?item=" + details.get("item") + "&" + filter)
                    .then()
                    .body("items", empty());
        }
    }
}
