package org.coalition.initiatives.reconciliation;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.daysAgo;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.receipt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationResourceTest {
    private String initiative;
    private String funds;
    private String reconciliation;

    @BeforeEach
    void disburse() {
        initiative = initiative("COALITION");
        funds = contribution(FR, initiative);
        reconciliation = funds + "/reconciliation";
        for (String kind : List.of("COMMITMENT", "ALLOCATION", "DISBURSEMENT")) {
            posted(kind, "100");
        }
    }

    @Test
    void theFiguresOfBothSidesStandBesideEachOther() {
        as(DE).get(reconciliation)
                .then()
                .header("ETag", equalTo("\"0-100-0-0\""))
                .body("given", equalTo(100))
                .body("received", equalTo(0))
                .body("difference", equalTo(100))
                .body("status", equalTo("OPEN"));
        stated(UA, "90")
                .then()
                .statusCode(200)
                .body("received", equalTo(90))
                .body("difference", equalTo(10))
                .body("status", equalTo("OPEN"))
                .body("statements[0].recipient", equalTo("UA"));
        ok(stated(UA, "100.00"))
                .then()
                .body("status", equalTo("AGREED"))
                .body("since", nullValue())
                .body("statements", hasSize(1));
        posted("COMMITMENT", "5");
        posted("ALLOCATION", "5");
        posted("DISBURSEMENT", "5");
        as(DE).get(reconciliation).then().body("status", equalTo("OPEN")).body("difference", equalTo(5.0f));
    }

    @Test
    void onlyARecipientStatesWhatItReceivedAndOnlyOfFunds() {
        for (String other : List.of(FR, GB, DE)) {
            stated(other, "100").then().statusCode(403);
        }
        String goods = line(initiative, 3);
        post(UA, goods + "/reconciliation/statements", Map.of("received", 1))
                .then()
                .statusCode(409);
        for (String hostile : List.of("{}", "{\"received\":-1}", "{\"received\":1.00001}")) {
            post(UA, reconciliation + "/statements", hostile).then().statusCode(422);
        }
        post(UA, reconciliation + "/statements", "{\"received\":\"1\"}").then().statusCode(400);
        post(UA, reconciliation + "/statements", "{\"received\":1,\"agreed\":1}")
                .then()
                .statusCode(400);
    }

    @Test
    void bothSidesAgreeOnAFigureUntilOneOfThemChanges() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(stated(UA, "90"));
            ok(move(FR, reconciliation + "/agreement", Map.of("agreed", 90)))
                    .then()
                    .body("status", equalTo("OPEN"))
                    .body("agreements.party", contains("FR"));
            ok(move(UA, reconciliation + "/agreement", Map.of("agreed", 95)))
                    .then()
                    .body("status", equalTo("OPEN"))
                    .body("agreements.party", contains("UA"));
            ok(move(FR, reconciliation + "/agreement", Map.of("agreed", 95)))
                    .then()
                    .body("status", equalTo("AGREED"))
                    .body("agreed", equalTo(95))
                    .body("difference", equalTo(10));
            topics.awaitEvent("org.coalition.reconciliation.figure-agreed.v1", reconciliation);
        }
        posted("PLEDGE", "1");
        as(DE).get(reconciliation).then().body("status", equalTo("AGREED"));
        posted("COMMITMENT", "1");
        posted("ALLOCATION", "1");
        posted("DISBURSEMENT", "1");
        as(DE).get(reconciliation)
                .then()
                .body("status", equalTo("OPEN"))
                .body("agreed", nullValue())
                .body("agreements", empty());
    }

    @Test
    void figuresAreDisputedWithGroundsUntilOneOfThemChanges() {
        ok(stated(UA, "100"));
        move(UA, reconciliation + "/dispute", Map.of()).then().statusCode(422);
        move(DE, reconciliation + "/dispute", Map.of("grounds", "x")).then().statusCode(403);
        ok(move(FR, reconciliation + "/dispute", Map.of("grounds", "Another account.")))
                .then()
                .body("status", equalTo("DISPUTED"))
                .body("disputedBy", equalTo("FR"))
                .body("grounds", equalTo("Another account."));
        ok(stated(UA, "80")).then().body("status", equalTo("OPEN")).body("grounds", nullValue());
        ok(move(UA, reconciliation + "/dispute", Map.of("grounds", "20 never came.")));
        ok(move(UA, reconciliation + "/agreement", Map.of("agreed", 80))).then().body("status", equalTo("OPEN"));
    }

    @Test
    void whoAgreesHasSeenTheFigures() {
        as(FR).contentType(ContentType.JSON)
                .body("{\"agreed\":90}")
                .post(reconciliation + "/agreement")
                .then()
                .statusCode(428);
        ok(stated(UA, "90"));
        String seen = etag(FR, reconciliation);
        posted("COMMITMENT", "1");
        posted("ALLOCATION", "1");
        posted("DISBURSEMENT", "1");
        as(FR).header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body("{\"agreed\":90}")
                .post(reconciliation + "/agreement")
                .then()
                .statusCode(412);
    }

    @Test
    void goodsAreReconciledByWhatWasHandedOverAndKept() {
        String goods = line(initiative, 5);
        String delivery = handedOver(goods, 4, 7);
        String figures = goods + "/reconciliation";
        as(DE).get(figures)
                .then()
                .body("given", equalTo(4))
                .body("received", equalTo(0))
                .body("unit", equalTo("systems"))
                .body("ageDays", greaterThanOrEqualTo(10))
                .body("status", equalTo("OPEN"));
        Map<String, Object> short1 = receipt(3, 5);
        short1.put("shortfall", 1);
        ok(move(UA, delivery + "/receipt", short1));
        as(DE).get(figures).then().body("received", equalTo(3)).body("difference", equalTo(1));
        ok(move(FR, figures + "/agreement", Map.of("agreed", 3)));
        ok(move(UA, figures + "/agreement", Map.of("agreed", 3))).then().body("status", equalTo("AGREED"));
        ok(move(UA, delivery + "/returns", Map.of("amount", 1, "at", daysAgo(1), "reason", "x")));
        as(DE).get(figures).then().body("status", equalTo("OPEN")).body("difference", equalTo(2));
    }

    @Test
    void eachRecipientConcernedAgrees() {
        Map<String, Object> details = details("COALITION");
        details.put("recipients", List.of("UA", "US"));
        initiative = created(post(GB, "/v1/initiatives", details));
        funds = contribution(FR, initiative);
        reconciliation = funds + "/reconciliation";
        for (String kind : List.of("COMMITMENT", "ALLOCATION", "DISBURSEMENT")) {
            posted(kind, "100");
        }
        ok(stated(UA, "50"));
        ok(stated(US, "40")).then().body("received", equalTo(90)).body("statements", hasSize(2));
        for (String party : List.of(FR, UA)) {
            ok(move(party, reconciliation + "/agreement", Map.of("agreed", 95)))
                    .then()
                    .body("status", equalTo("OPEN"));
        }
        ok(move(US, reconciliation + "/agreement", Map.of("agreed", 95))).then().body("status", equalTo("AGREED"));
    }

    @Test
    void differencesAreListedToThoseWhoMayKnowOfThem() {
        String goods = line(initiative, 5);
        ok(as(UA).get(handedOver(goods, 4, 7)));
        ok(as(UA).get(line(initiative, 5)));
        String list = "/v1/reconciliation?initiativeId=" + id(initiative);
        as(DE).get(list).then().body("items.contributionId", contains(id(funds), id(goods)));
        as(DE).get(list + "&limit=1").then().body("items.contributionId", contains(id(funds)));
        String next = as(DE).get(list + "&limit=1").path("next");
        as(DE).get(list + "&limit=1&cursor=" + next).then().body("items.contributionId", contains(id(goods)));
        ok(stated(UA, "100"));
        as(DE).get(list + "&differing=true").then().body("items.contributionId", contains(id(goods)));
        as(DE).get(list + "&differing=false").then().body("items.contributionId", contains(id(funds)));
        as(DE).get(list + "&status=AGREED").then().body("items.contributionId", contains(id(funds)));
        ok(move(UA, goods + "/reconciliation/dispute", Map.of("grounds", "Nothing came.")));
        as(DE).get(list + "&status=DISPUTED").then().body("items.grounds", contains("Nothing came."));
        as(DE).get(list + "&party=UA").then().body("items", empty());
        assertEquals(1, Statements.of(() -> ok(as(DE).get(list))));
        String secret = initiative("RESTRICTED", "FR", "UA");
        String hidden = line(secret, 1);
        as(DE).get(hidden + "/reconciliation").then().statusCode(404);
        ok(as(UA).get(handedOver(hidden, 1, 7)));
        as(DE).get("/v1/reconciliation?initiativeId=" + id(secret)).then().body("items", empty());
        as(UA).get("/v1/reconciliation?initiativeId=" + id(secret)).then().body("items", hasSize(1));
        as(DE).header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"grounds\":\"x\"}")
                .post(hidden + "/reconciliation/dispute")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsSaidAtOnceOfANewLineIsSaidOnceAndTheRestSeesIt() throws Exception {
        String seen = etag(FR, reconciliation);
        List<Integer> statuses = atOnce(Collections.nCopies(12, () -> as(FR).header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(json(Map.of("grounds", "x")))
                .post(reconciliation + "/dispute")
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(11, Collections.frequency(statuses, 412), statuses.toString());
        List<Integer> stated =
                atOnce(Collections.nCopies(12, () -> stated(UA, "100").statusCode()));
        assertEquals(12, Collections.frequency(stated, 200), stated.toString());
        as(UA).get(reconciliation).then().body("statements", hasSize(1)).body("received", equalTo(100));
    }

    private Response stated(String token, String received) {
        return post(token, reconciliation + "/statements", "{\"received\":%s}".formatted(received));
    }

    @CanIgnoreReturnValue
    private String posted(String kind, String amount) {
        return created(post(FR, funds + "/entries", entry(kind, amount)));
    }
}
