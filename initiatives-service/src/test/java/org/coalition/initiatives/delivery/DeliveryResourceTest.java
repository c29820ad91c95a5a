package org.coalition.initiatives.delivery;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.Fixtures.through;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.day;
import static org.coalition.initiatives.delivery.Shipments.daysAgo;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.plan;
import static org.coalition.initiatives.delivery.Shipments.planned;
import static org.coalition.initiatives.delivery.Shipments.reached;
import static org.coalition.initiatives.delivery.Shipments.receipt;
import static org.coalition.initiatives.delivery.Shipments.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryResourceTest {
    private static final String OPEN = "coalition.initiatives";

    @Inject
    Deliveries deliveries;

    @Test
    void aDeliveryGoesFromHandToHandUntilItsRecipientConfirmsIt() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String line = line(initiative("COALITION"), 10);
            String delivery = planned(line, 4, 7);
            as(DE).get(delivery)
                    .then()
                    .body("stage", equalTo("READY"))
                    .body("party", equalTo("FR"))
                    .body("unit", equalTo("systems"))
                    .body("next", contains("DISPATCHED", "CANCELLED"))
                    .body("custody[0].place", equalTo("Toulon"));
            move(FR, delivery + "/handover", reached(10))
                    .then()
                    .statusCode(409)
                    .body("state", equalTo("READY"))
                    .body("allowed", contains("DISPATCHED", "CANCELLED"));
            Map<String, Object> waybill = reached(20);
            waybill.put(
                    "document",
                    Map.of("title", "Waybill 7", "url", "https://example.org/7.pdf", "sha256", "a".repeat(64)));
            ok(move(FR, delivery + "/dispatch", waybill));
            ok(move(FR, delivery + "/hub-arrival", reached(15)));
            Map<String, Object> three = reached(10);
            three.put("amount", 3);
            ok(move(FR, delivery + "/handover", three))
                    .then()
                    .body("custody.stage", contains("READY", "DISPATCHED", "AT_HUB", "HANDED_OVER"))
                    .body("custody.amount", contains(4, 4, 4, 3))
                    .body("custody[1].document.title", equalTo("Waybill 7"));
            move(FR, delivery + "/receipt", receipt(3, 5)).then().statusCode(403);
            move(GB, delivery + "/receipt", receipt(3, 5)).then().statusCode(403);
            move(UA, delivery + "/receipt", receipt(4, 5))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("not-what-was-handed-over"));
            Map<String, Object> receipt = receipt(2, 5);
            receipt.putAll(Map.of("shortfall", 1, "damaged", 1, "remark", "One crate was open."));
            Response confirmed = ok(move(UA, delivery + "/receipt", receipt));
            confirmed
                    .then()
                    .body("stage", equalTo("RECEIPT_CONFIRMED"))
                    .body("next", empty())
                    .body("receipt.kept", equalTo(2))
                    .body("receipt.shortfall", equalTo(1))
                    .body("receipt.damaged", equalTo(1))
                    .body("receipt.returned", equalTo(0))
                    .body("receipt.confirmedBy", equalTo("UA"))
                    .body("late", equalTo(false));
            as(DE).get(line).then().body("delivered", equalTo(2)).body("undelivered", equalTo(8));
            String entry = confirmed.path("receipt.ledgerEntryId");
            as(DE).get(line + "/entries/" + entry)
                    .then()
                    .body("kind", equalTo("DELIVERY"))
                    .body("quantity.value", equalTo(2))
                    .body("valueDate", equalTo(daysAgo(5).substring(0, 10)))
                    .body("agreementRef", equalTo(delivery));
            ConsumerRecord<String, String> event =
                    topics.awaitEvent("org.coalition.delivery.receipt-confirmed.v1", delivery);
            assertTrue(event.value().contains("\"entryId\":\"" + entry), event.value());
            assertEquals("5", Topics.header(event, "ce_sequence"));
            assertTrue(topics.awaitEvent("org.coalition.contribution.delivered.v1", line)
                    .value()
                    .contains(entry));
            assertEquals(
                    id(as(DE).get(line).path("initiativeId")),
                    topics.awaitEvent("org.coalition.delivery.planned.v1", delivery)
                            .key());
        }
    }

    @Test
    void whatIsReturnedLaterLeavesTheLedgerByAReversalOfTheWhole() {
        String line = line(initiative("COALITION"), 5);
        String delivery = received(line, 5, 7, 6);
        String first = as(UA).get(delivery).path("receipt.ledgerEntryId");
        Map<String, Object> two = Map.of("amount", 2, "at", daysAgo(2), "reason", "wrong type");
        move(FR, delivery + "/returns", two).then().statusCode(403);
        String second = ok(move(UA, delivery + "/returns", two)).path("receipt.ledgerEntryId");
        as(DE).get(line).then().body("delivered", equalTo(3)).body("entryCount", equalTo(5));
        as(DE).get(line + "/entries")
                .then()
                .body("items[3].reverses", equalTo(first))
                .body("items[3].reason", equalTo("wrong type"))
                .body("items[4].id", equalTo(second))
                .body("items[4].valueDate", equalTo(daysAgo(6).substring(0, 10)));
        move(UA, delivery + "/returns", Map.of("amount", 4, "at", daysAgo(1), "reason", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("more-than-kept"));
        move(UA, delivery + "/returns", Map.of("amount", 1, "at", daysAgo(9), "reason", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("before-receipt"));
        ok(move(UA, delivery + "/returns", Map.of("amount", 3, "at", daysAgo(1), "reason", "these too")))
                .then()
                .body("receipt.kept", equalTo(0))
                .body("receipt.returned", equalTo(5))
                .body("receipt.returns", hasSize(2))
                .body("receipt.ledgerEntryId", nullValue());
        as(DE).get(line).then().body("delivered", equalTo(0)).body("entryCount", equalTo(6));
    }

    @Test
    void beyondWhatIsAllocatedAReceiptNeedsAReasonAndChangesNothingWithoutOne() {
        String line = line(initiative("COALITION"), 2);
        String delivery = handedOver(line, 3, 7);
        move(UA, delivery + "/receipt", receipt(3, 5))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exceptionReason"))
                .body("errors[0].code", equalTo("beyond-allocation"));
        as(UA).get(delivery).then().body("stage", equalTo("HANDED_OVER")).body("receipt", nullValue());
        Map<String, Object> reasoned = receipt(3, 5);
        reasoned.put("exceptionReason", "A third one was sent along.");
        ok(move(UA, delivery + "/receipt", reasoned));
        as(UA).get(line).then().body("delivered", equalTo(3));
    }

    @Test
    void nobodyConfirmsItsOwnDeliveryEvenAsARecipient() {
        Map<String, Object> details = details("COALITION");
        details.put("recipients", List.of("UA", "FR"));
        initiative("COALITION");
        String line = line(created(post(GB, "/v1/initiatives", details)), 3);
        Map<String, Object> own = plan(1, 7);
        own.put("recipient", "FR");
        refused(line, own, "/recipient", "itself");
        own.put("recipient", "DE");
        refused(line, own, "/recipient", "no-recipient");
        String restricted = initiative("RESTRICTED", "FR");
        refused(line(restricted, 0), plan(1, 7), "/recipient", "not-in-audience");
    }

    @Test
    void aDeliveryIsPlannedInTheMeasureOfItsLineByItsParty() {
        String initiative = initiative("COALITION");
        String line = line(initiative, 0);
        Map<String, Object> plan = plan(1, 7);
        post(DE, line + "/deliveries", plan).then().statusCode(403);
        plan.put("quantity", Map.of("value", 1, "unit", "shells"));
        refused(line, plan, "/quantity/unit", "other-unit");
        plan.remove("quantity");
        plan.put("money", Map.of("amount", 1, "currency", "EUR"));
        refused(line, plan, "/money", "other-measure");
        String funds = contribution(FR, initiative);
        post(FR, funds + "/deliveries", plan)
                .then()
                .statusCode(409)
                .body("detail", containsString("disbursed and not delivered"));
        post(FR, "/v1/contributions/0190aaaa-0000-7000-8000-000000000001/deliveries", plan(1, 7))
                .then()
                .statusCode(404);
        for (String hostile : List.of(
                "{}",
                "{\"recipient\":\"ua\"}",
                "{\"recipient\":\"UA\",\"description\":\"x\",\"promisedOn\":\"2026-02-01\",\"place\":\"x\"}")) {
            post(FR, line + "/deliveries", hostile).then().statusCode(422);
        }
        post(FR, line + "/deliveries", "{\"stage\":\"RECEIPT_CONFIRMED\"}")
                .then()
                .statusCode(400);
        Map<String, Object> early = plan(1, 7);
        early.put("readyAt", "2999-01-01T00:00:00Z");
        refused(line, early, "/readyAt", "still-to-come");
        Map<String, Object> many = plan(1, 7);
        many.put(
                "articles",
                IntStream.range(0, 101).mapToObj(i -> article("S" + i)).toList());
        post(FR, line + "/deliveries", many).then().statusCode(422);
    }

    @Test
    void withoutTheVersionThatOneHasSeenNothingMoves() {
        String delivery = planned(line(initiative("COALITION"), 1), 1, 7);
        as(FR).contentType(ContentType.JSON)
                .body(reached(20))
                .post(delivery + "/dispatch")
                .then()
                .statusCode(428);
        String seen = etag(FR, delivery);
        ok(patch(FR, delivery, Map.of("description", "Second battery")));
        as(FR).header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(reached(20))
                .post(delivery + "/dispatch")
                .then()
                .statusCode(412);
        patch(FR, delivery, Map.of("amount", 2)).then().statusCode(400);
        patch(UA, delivery, Map.of("description", "x")).then().statusCode(403);
    }

    @Test
    void whoMayNotKnowOfTheInitiativeKnowsOfNoDelivery() {
        String initiative = initiative("RESTRICTED", "FR", "UA");
        String delivery = planned(line(initiative, 1), 1, 7);
        as(UA).get(delivery).then().statusCode(200);
        as(DE).get(delivery).then().statusCode(404);
        as(DE).get("/v1/deliveries?initiativeId=" + id(initiative)).then().body("items", empty());
        as(UA).get("/v1/deliveries?initiativeId=" + id(initiative)).then().body("items", hasSize(1));
        as(DE).header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(receipt(1, 5))
                .post(delivery + "/receipt")
                .then()
                .statusCode(404);
    }

    @Test
    void aDeliveryIsWithheldWhenItsInitiativeNarrows() {
        String initiative = initiative("COALITION");
        String delivery = planned(line(initiative, 1), 1, 7);
        try (Topics topics = Topics.fromNow(OPEN)) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR", "UA"))));
            assertNull(topics.awaitEvent("org.coalition.delivery.withheld.v1", delivery)
                    .value());
        }
        as(DE).get(delivery).then().statusCode(404);
        ok(move(FR, delivery + "/dispatch", reached(20)));
    }

    @Test
    void aDeliveryThatIsHandedOverIsNotCancelled() {
        String line = line(initiative("COALITION"), 2);
        move(FR, handedOver(line, 1, 7) + "/cancellation", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("allowed", contains("RECEIPT_CONFIRMED"));
        String delivery = planned(line, 1, 7);
        move(FR, delivery + "/cancellation", Map.of("reason", " ")).then().statusCode(422);
        ok(move(FR, delivery + "/cancellation", Map.of("reason", "No longer made.")))
                .then()
                .body("stageReason", equalTo("No longer made."));
    }

    @Test
    void whenTheInitiativeIsClosedADeliveryCanOnlyBeCancelled() {
        String initiative = initiative("COALITION");
        String line = line(initiative, 2);
        String delivery = planned(line, 1, 7);
        String there = handedOver(line, 1, 7);
        through(initiative, "implementation", "finalisation", "closure");
        post(FR, line + "/deliveries", plan(1, 7)).then().statusCode(409);
        move(FR, delivery + "/dispatch", reached(20)).then().statusCode(409).body("state", equalTo("CLOSED"));
        move(UA, there + "/receipt", receipt(1, 5)).then().statusCode(409);
        ok(move(FR, delivery + "/cancellation", Map.of("reason", "The initiative is closed.")));
    }

    @Test
    void anArticleIsOnOneDeliveryOfALineAtATime() {
        String line = line(initiative("COALITION"), 4);
        Map<String, Object> first = plan(2, 7);
        first.put("articles", List.of(article("A1"), article("A2")));
        String delivery = created(post(FR, line + "/deliveries", first));
        as(DE).get(delivery)
                .then()
                .body("articles[0].value.amount", equalTo(2.5f))
                .body("articles.sensitive", contains(true, true))
                .body("articles.status", contains("EXPECTED", "EXPECTED"));
        Map<String, Object> second = plan(1, 7);
        second.put("articles", List.of(article("A2")));
        refused(line, second, "/articles", "listed-elsewhere");
        second.put("articles", List.of(article("A3")));
        String other = created(post(FR, line + "/deliveries", second));
        patch(FR, other, Map.of("articles", List.of(article("A1"))))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("listed-elsewhere"));
        ok(patch(FR, other, Map.of("articles", List.of(article("A4")))));
        ok(move(FR, delivery + "/dispatch", reached(20)));
        ok(move(FR, delivery + "/handover", reached(10)));
        Map<String, Object> receipt = receipt(1, 5);
        receipt.putAll(Map.of("shortfall", 1, "notReceived", List.of("A2")));
        ok(move(UA, delivery + "/receipt", receipt))
                .then()
                .body("articles.status", contains("RECEIVED", "NOT_RECEIVED"));
        ReceivedArticle there = deliveries
                .receivedArticles(List.of(UUID.fromString(id(line))), 10)
                .get(0);
        assertEquals("A1", there.serialNumber());
        assertEquals("UA", there.recipient());
        assertEquals(daysAgo(5).substring(0, 10), there.arrivedOn().toString());
        assertEquals(
                1,
                deliveries
                        .receivedArticles(List.of(UUID.fromString(id(line))), 10)
                        .size());
        ok(patch(FR, other, Map.of("articles", List.of(article("A2")))));
        ok(move(FR, other + "/cancellation", Map.of("reason", "x")));
        created(post(FR, line(initiative("COALITION"), 0) + "/deliveries", first));
    }

    @Test
    void whatIsOnItsWayUnderALineThatIsSplitGoesOnUnderAPart() {
        String line = line(initiative("COALITION"), 4);
        String delivery = handedOver(line, 2, 7);
        ok(move(
                FR,
                line + "/split",
                Map.of(
                        "parts",
                        List.of(
                                Map.of("description", "a", "committed", 3, "allocated", 3),
                                Map.of("description", "b", "committed", 1, "allocated", 1)))));
        move(UA, delivery + "/receipt", receipt(2, 5)).then().statusCode(409);
        String part = as(FR).get("/v1/contributions?splitFrom=" + id(line)).path("items[0].id");
        String stranger = id(line(initiative("COALITION"), 0));
        for (String other : List.of(stranger, id(line), "0190aaaa-0000-7000-8000-000000000001")) {
            move(FR, delivery + "/reassignment", Map.of("contributionId", other))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("no-part"));
        }
        move(UA, delivery + "/reassignment", Map.of("contributionId", part))
                .then()
                .statusCode(403);
        ok(move(FR, delivery + "/reassignment", Map.of("contributionId", part)))
                .then()
                .body("contributionId", equalTo(part));
        ok(move(UA, delivery + "/receipt", receipt(2, 5)));
        as(UA).get("/v1/contributions/" + part).then().body("delivered", equalTo(2));
        move(FR, delivery + "/reassignment", Map.of("contributionId", part))
                .then()
                .statusCode(409);
    }

    @Test
    void anotherPromiseIsToldWithItsReason() {
        String delivery = planned(line(initiative("COALITION"), 0), 1, 7);
        ok(move(FR, delivery + "/promise", Map.of("promisedOn", day(20), "reason", "The ship is late.")))
                .then()
                .body("promisedOn", equalTo(day(20)))
                .body("originalPromisedOn", equalTo(day(7)))
                .body("promiseRevisionCount", equalTo(1))
                .body("promiseRevisions[0].reason", equalTo("The ship is late."))
                .body("promiseRevisions[0].by", equalTo("FR"));
        move(FR, delivery + "/promise", Map.of("promisedOn", day(-1), "reason", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("past"));
        move(UA, delivery + "/promise", Map.of("promisedOn", day(30), "reason", "x"))
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> article(String serialNumber) {
        return Map.of(
                "serialNumber",
                serialNumber,
                "description",
                "launcher",
                "value",
                Map.of("amount", 2.5, "currency", "EUR"),
                "sensitive",
                true);
    }

    private static void refused(String line, Map<String, Object> plan, String pointer, String code) {
        post(FR, line + "/deliveries", plan)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
