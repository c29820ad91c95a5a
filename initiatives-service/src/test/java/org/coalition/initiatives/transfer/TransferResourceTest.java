package org.coalition.initiatives.transfer;

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
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.enduse.Stock.article;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.TestClock;
import org.coalition.initiatives.enduse.Stock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferResourceTest {
    private static final Map<String, Object> WHY = Map.of("reason", "They are needed here.");

    @Inject
    TestClock clock;

    private Stock stock;
    private String initiative;
    private String delivery;

    @BeforeEach
    void receive() {
        stock = new Stock(clock);
        initiative = initiative("COALITION");
        delivery = stock.received(initiative, 100, "A1", "A2");
    }

    @Test
    void whatTheGiverAuthorisesIsHandedOnAndItsNewHolderAnswersForIt() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String transfer = created(ask(UA, "DE", "A1"));
            move(UA, transfer + "/authorisation").then().statusCode(403);
            move(DE, transfer + "/authorisation").then().statusCode(403);
            move(UA, transfer + "/completion", made(0)).then().statusCode(409).body("state", equalTo("REQUESTED"));
            ok(move(FR, transfer + "/authorisation")).then().body("status", equalTo("AUTHORISED"));
            assertEquals("UA", article(delivery, "A1").get("holder"));
            move(DE, transfer + "/completion", made(0)).then().statusCode(403);
            move(UA, transfer + "/completion", made(1)).then().statusCode(422);
            move(UA, transfer + "/completion", made(-1)).then().statusCode(422);
            ok(move(UA, transfer + "/completion", made(0))).then().body("status", equalTo("TRANSFERRED"));
            assertEquals("DE", article(delivery, "A1").get("holder"));
            assertEquals("UA", article(delivery, "A1").get("recipient"));
            assertEquals("UA", article(delivery, "A2").get("holder"));
            for (String event : List.of("requested", "authorised", "transferred")) {
                topics.awaitEvent("org.coalition.transfer." + event + ".v1", transfer);
            }
        }
        post(UA, delivery + "/end-use-checks", stock.check(0, "PRESENT", "A1"))
                .then()
                .statusCode(403);
        as(DE).get(created(post(DE, delivery + "/end-use-checks", stock.check(0, "PRESENT", "A1"))))
                .then()
                .body("basis", equalTo("SELF_REPORT"));
        post(DE_MILITARY, delivery + "/end-use-checks", stock.check(0, "PRESENT", "A1", "A2"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("other-holder"));
        ask(UA, "GB", "A1").then().statusCode(403);
        String onward = created(ask(DE, "GB", "A1"));
        ok(move(FR, onward + "/authorisation"));
        ok(move(DE, onward + "/completion", made(0)));
        assertEquals("GB", article(delivery, "A1").get("holder"));
    }

    @Test
    void aTransferIsRefusedOrWithdrawn() {
        String refused = created(ask(UA, "DE", "A1"));
        move(FR, refused + "/refusal", Map.of()).then().statusCode(422);
        ok(move(FR, refused + "/refusal", WHY)).then().body("status", equalTo("REFUSED"));
        move(UA, refused + "/withdrawal", WHY).then().statusCode(409);
        String withdrawn = created(ask(UA, "DE", "A1"));
        ok(move(FR, withdrawn + "/authorisation"));
        move(FR, withdrawn + "/withdrawal", WHY).then().statusCode(403);
        ok(move(UA, withdrawn + "/withdrawal", WHY));
        move(UA, withdrawn + "/completion", made(0)).then().statusCode(409).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void itGoesToAKnownThirdParty() {
        for (String nobody : List.of("UA", "FR", "ZZ")) {
            ask(UA, nobody, "A1").then().statusCode(422).body("errors[0].pointer", equalTo("/to"));
        }
        ask(GB, "DE", "A1").then().statusCode(403);
        ask(UA, "DE", "A1", "A1").then().statusCode(422);
    }

    @Test
    void anArticleIsHandedOnOnceAndNotWhenItIsLost() throws Exception {
        List<Integer> answers =
                atOnce(Collections.nCopies(6, () -> ask(UA, "DE", "A1", "A2").statusCode()));
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(5, Collections.frequency(answers, 409), answers.toString());
        String transfer = as(UA).get("/v1/transfers?deliveryId=" + id(delivery)).path("items[0].id");
        transfer = "/v1/transfers/" + transfer;
        ok(move(FR, transfer + "/authorisation"));
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(0, "LOST", "A2")));
        move(UA, transfer + "/completion", made(0)).then().statusCode(409);
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(0, "PRESENT", "A2")));
        String seen = etag(UA, transfer);
        String path = transfer;
        Callable<Integer> complete = () -> as(UA).header("If-Match", seen)
                .contentType("application/json")
                .body("{\"transferredOn\": \"%s\"}".formatted(stock.day(0)))
                .post(path + "/completion")
                .statusCode();
        answers = atOnce(Collections.nCopies(4, complete));
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(3, Collections.frequency(answers, 412), answers.toString());
    }

    @Test
    void transfersAreListedToThoseWhoMayKnowOfThem() {
        created(ask(UA, "DE", "A1"));
        for (String filter : List.of("", "&holder=UA", "&party=FR", "&to=DE", "&status=REQUESTED")) {
            as(GB).get("/v1/transfers?initiativeId=" + id(initiative) + filter)
                    .then()
                    .body("items", hasSize(1));
        }
        String secret = initiative("RESTRICTED", "FR", "UA");
        delivery = stock.received(secret, 100, "A1");
        String hidden = created(ask(UA, "GB", "A1"));
        as(DE).get(hidden).then().statusCode(404);
        as(DE).get("/v1/transfers?initiativeId=" + id(secret)).then().body("items", empty());
    }

    private Map<String, Object> made(int fromNow) {
        return Map.of("transferredOn", stock.day(fromNow));
    }

    private Response ask(String token, String to, String... serials) {
        return post(
                token,
                delivery + "/transfers",
                Map.of("serialNumbers", List.of(serials), "to", to, "purpose", "Joint training."));
    }
}
