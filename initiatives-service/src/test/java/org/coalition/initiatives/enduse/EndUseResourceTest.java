package org.coalition.initiatives.enduse;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.US_DIPLOMATIC;
import static org.coalition.initiatives.Overseers.person;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.enduse.Stock.article;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndUseResourceTest {
    @Inject
    TestClock clock;

    private Stock stock;
    private String initiative;

    @BeforeEach
    void plan() {
        stock = new Stock(clock);
        initiative = initiative("COALITION");
    }

    @Test
    void whatIsReceivedIsInTheRegisterAndTheFirstInventoryIsDueAfterNinetyDays() {
        String delivery = stock.receivedBut(initiative, 90, List.of("A3"), "A1", "P2", "A3");
        as(DE).get("/v1/articles?initiativeId=" + id(initiative))
                .then()
                .body("items.serialNumber", containsInAnyOrder("A1", "P2"));
        assertEquals(stock.day(0), article(delivery, "A1").get("nextCheckOn"));
        assertEquals(false, article(delivery, "A1").get("delinquent"));
        assertEquals("UA", article(delivery, "A1").get("holder"));
        assertEquals(10, article(delivery, "A1").getInt("value.amount"));
        assertNull(article(delivery, "P2").get("nextCheckOn"));
        String late = stock.received(initiative, 91, "B1");
        assertEquals(true, article(late, "B1").get("delinquent"));
        assertEquals(1, article(late, "B1").getInt("daysDelinquent"));
        String list = "/v1/articles?initiativeId=" + id(initiative);
        as(DE).get(list + "&delinquent=true").then().body("items.serialNumber", contains("B1"));
        as(DE).get(list + "&delinquent=false&monitored=true").then().body("items.serialNumber", contains("A1"));
        as(DE).get(list + "&monitored=false").then().body("items.serialNumber", contains("P2"));
        as(DE).get(list + "&holder=DE").then().body("items", empty());
        as(DE).get(list + "&party=FR&recipient=UA&holder=UA&status=HELD").then().body("items", hasSize(3));
    }

    @Test
    void whatIsNotConfirmedIsNotInTheRegister() {
        String line = line(initiative, 1);
        String delivery = handedOver(line, 1, 7);
        as(DE).get("/v1/articles?deliveryId=" + id(delivery)).then().body("items", empty());
    }

    @Test
    void anInspectionCountsAtOnceAndTheNextIsDueAYearLater() {
        String delivery = stock.received(initiative, 200, "A1", "A2");
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String check = created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(100, "PRESENT", "A1")));
            topics.awaitEvent("org.coalition.end-use-check.inspected.v1", check);
            as(UA).get(check).then().body("status", equalTo("VERIFIED")).body("basis", equalTo("INSPECTION"));
        }
        assertEquals(
                LocalDate.parse(stock.day(-100)).plusYears(1).toString(),
                article(delivery, "A1").get("nextCheckOn"));
        assertEquals("PRESENT", article(delivery, "A1").get("lastOutcome"));
        assertEquals(true, article(delivery, "A2").get("delinquent"));
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(150, "DAMAGED", "A1")));
        assertEquals("PRESENT", article(delivery, "A1").get("lastOutcome"));
    }

    @Test
    void whatIsNotPresentedIsStillToBeDone() {
        String delivery = stock.received(initiative, 200, "A1");
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "NOT_PRESENTED", "A1")));
        assertEquals("NOT_PRESENTED", article(delivery, "A1").get("lastOutcome"));
        assertEquals(true, article(delivery, "A1").get("delinquent"));
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(0, "EXPENDED", "A1")));
        assertEquals("EXPENDED", article(delivery, "A1").get("status"));
        assertEquals(false, article(delivery, "A1").get("delinquent"));
        assertNull(article(delivery, "A1").get("nextCheckOn"));
    }

    @Test
    void whatTheHolderReportsCountsOnceAnotherHasVerifiedIt() {
        String delivery = stock.received(initiative, 200, "A1");
        String check = created(post(UA, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1")));
        as(DE).get(check).then().body("status", equalTo("REPORTED")).body("basis", equalTo("SELF_REPORT"));
        assertEquals(true, article(delivery, "A1").get("delinquent"));
        assertEquals(true, article(delivery, "A1").get("awaitingVerification"));
        for (String other : List.of(
                UA,
                US_DIPLOMATIC,
                person("ua-general", "UA", "overseer-military"),
                person("ua-reader", "DE", "overseer-military"))) {
            move(other, check + "/verification").then().statusCode(403);
        }
        ok(move(DE_MILITARY, check + "/verification"))
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("verifiedBy", equalTo("DE"));
        assertEquals(false, article(delivery, "A1").get("delinquent"));
        assertEquals(false, article(delivery, "A1").get("awaitingVerification"));
        move(DE_MILITARY, check + "/rejection", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("state", equalTo("VERIFIED"));
        String second = created(post(UA, delivery + "/end-use-checks", stock.check(0, "EXPENDED", "A1")));
        move(DE_MILITARY, second + "/rejection", Map.of()).then().statusCode(422);
        ok(move(DE_MILITARY, second + "/rejection", Map.of("reason", "No photograph.")));
        assertEquals("HELD", article(delivery, "A1").get("status"));
    }

    @Test
    void whatIsNoCheckIsRefused() {
        String delivery = stock.received(initiative, 50, "A1", "A2");
        String checks = delivery + "/end-use-checks";
        for (String other : List.of(FR, GB, DE)) {
            post(other, checks, stock.check(1, "PRESENT", "A1")).then().statusCode(403);
        }
        post(US_DIPLOMATIC, checks, stock.check(1, "PRESENT", "A1")).then().statusCode(403);
        refused("future", checks, stock.check(-1, "PRESENT", "A1"));
        refused("before-arrival", checks, stock.check(51, "PRESENT", "A1"));
        refused("unknown-article", checks, stock.check(1, "PRESENT", "A1", "Z9"));
        refused("duplicate", checks, stock.check(1, "PRESENT", "A1", "A1"));
        post(DE_MILITARY, checks, stock.check(1, "LOOKED_AT", "A1")).then().statusCode(400);
        post(DE_MILITARY, checks, stock.check(1, "PRESENT")).then().statusCode(422);
        post(DE_MILITARY, checks, Map.of("status", "VERIFIED")).then().statusCode(400);
        post(
                        DE_MILITARY,
                        "/v1/deliveries/" + MeetingsService.newId() + "/end-use-checks",
                        stock.check(1, "PRESENT", "A1"))
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsReturnedIsNoLongerChecked() {
        String delivery = stock.received(initiative, 100, "A1", "A2");
        ok(move(
                UA,
                delivery + "/returns",
                Map.of("amount", 1, "at", clock.instant().toString(), "reason", "x", "serialNumbers", List.of("A1"))));
        assertEquals("RETURNED", article(delivery, "A1").get("status"));
        assertNull(article(delivery, "A1").get("nextCheckOn"));
        refused("not-held", delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1"));
    }

    /** Each check is of another article of the delivery: none may lose what another one says. */
    @Test
    void checksAtOnceAreAllHeard() throws Exception {
        String[] serials = {"A1", "A2", "A3", "A4", "A5", "A6"};
        String delivery = stock.received(initiative, 100, serials);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String serial : serials) {
            calls.add(() -> post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "PRESENT", serial))
                    .statusCode());
        }
        assertEquals(Collections.nCopies(6, 201), atOnce(calls));
        as(DE).get("/v1/articles?delinquent=true&deliveryId=" + id(delivery))
                .then()
                .body("items", empty());
        String check = created(post(UA, delivery + "/end-use-checks", stock.check(0, "LOST", "A1")));
        String seen = etag(DE, check);
        List<Integer> answers = atOnce(Collections.nCopies(4, () -> as(DE_MILITARY)
                .header("If-Match", seen)
                .post(check + "/verification")
                .statusCode()));
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(3, Collections.frequency(answers, 412), answers.toString());
    }

    @Test
    void complianceIsByCountAndByValueWithTheArticlesBehind() {
        String delivery = stock.received(initiative, 100, "A1", "A2", "A3", "A4", "P5");
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1")));
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "LOST", "A2")));
        created(post(UA, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A3")));
        String report = "/v1/reports/end-use-compliance?by=recipient,initiative&initiativeId=" + id(initiative);
        Response answer = as(DE).get(report);
        answer.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipient", equalTo("UA"))
                .body("items[0].initiative", equalTo(id(initiative)))
                .body("items[0].holder", nullValue())
                .body("items[0].monitored", equalTo(3))
                .body("items[0].compliant", equalTo(1))
                .body("items[0].delinquent", equalTo(2))
                .body("items[0].delinquentAwaitingVerification", equalTo(1))
                .body("items[0].neverChecked", equalTo(2))
                .body("items[0].lost", equalTo(1))
                .body("items[0].rate", equalTo(0.333333f))
                .body("items[0].byValue[0].currency", equalTo("EUR"))
                .body("items[0].byValue[0].monitored", equalTo(30))
                .body("items[0].byValue[0].compliant", equalTo(10))
                .body("items[0].byValue[0].rate", equalTo(0.333333f))
                .body("overall.monitored", equalTo(3));
        as(DE).get(answer.<String>path("items[0].delinquentArticles"))
                .then()
                .body("items.serialNumber", containsInAnyOrder("A3", "A4"));
        as(DE).get(answer.<String>path("items[0].compliantArticles")).then().body("items.serialNumber", contains("A1"));
        as(DE).get("/v1/reports/end-use-compliance?by=colour").then().statusCode(400);
    }

    @Test
    void articlesAndChecksAreForThoseWhoMayKnowOfTheInitiative() {
        String secret = initiative("RESTRICTED", "FR", "UA");
        String delivery = stock.received(secret, 100, "A1");
        String hidden = created(post(UA, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1")));
        as(FR).get(hidden).then().statusCode(200);
        as(DE).get(hidden).then().statusCode(404);
        as(DE_MILITARY)
                .header("If-Match", "*")
                .post(hidden + "/verification")
                .then()
                .statusCode(404);
        post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "PRESENT", "A1"))
                .then()
                .statusCode(404);
        for (String list : List.of("articles", "end-use-checks")) {
            as(FR).get("/v1/" + list + "?initiativeId=" + id(secret)).then().body("items", hasSize(1));
            as(DE).get("/v1/" + list + "?initiativeId=" + id(secret)).then().body("items", empty());
        }
        as(DE).get("/v1/reports/end-use-compliance?initiativeId=" + id(secret))
                .then()
                .body("items", empty())
                .body("overall.monitored", equalTo(0))
                .body("overall.rate", nullValue());
        String open = created(post(
                DE_MILITARY,
                stock.received(initiative, 10, "A1") + "/end-use-checks",
                stock.check(1, "PRESENT", "A1")));
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR", "UA"))));
            assertNull(topics.awaitEvent("org.coalition.end-use-check.withheld.v1", open)
                    .value());
        }
    }

    private static void refused(String code, String path, Map<String, Object> check) {
        post(DE_MILITARY, path, check).then().statusCode(422).body("errors[0].code", equalTo(code));
    }
}
