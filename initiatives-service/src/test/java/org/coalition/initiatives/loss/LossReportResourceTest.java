package org.coalition.initiatives.loss;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.enduse.Stock.article;
import static org.hamcrest.Matchers.contains;
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
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.TestClock;
import org.coalition.initiatives.enduse.Stock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LossReportResourceTest {
    private static final Map<String, Object> WHY = Map.of("reason", "It was in depot 9.");

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
    void whatIsReportedIsLostUntilItIsFound() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String report = created(report(UA, "A1"));
            assertEquals("LOST", article(delivery, "A1").get("status"));
            assertEquals(false, article(delivery, "A1").get("delinquent"));
            assertEquals("HELD", article(delivery, "A2").get("status"));
            move(UA, report + "/acknowledgement").then().statusCode(403);
            move(DE, report + "/acknowledgement").then().statusCode(403);
            ok(move(FR, report + "/acknowledgement")).then().body("status", equalTo("ACKNOWLEDGED"));
            move(UA, report + "/withdrawal", WHY)
                    .then()
                    .statusCode(409)
                    .body("state", equalTo("ACKNOWLEDGED"))
                    .body("allowed", contains("RECOVERED"));
            move(FR, report + "/recovery", WHY).then().statusCode(403);
            ok(move(UA, report + "/recovery", WHY));
            assertEquals("HELD", article(delivery, "A1").get("status"));
            assertEquals(true, article(delivery, "A1").get("delinquent"));
            for (String event : List.of("filed", "acknowledged", "recovered")) {
                topics.awaitEvent("org.coalition.loss-report." + event + ".v1", report);
            }
        }
    }

    @Test
    void whatIsDisputedOrWithdrawnCountsAsHeld() {
        String disputed = created(report(UA, "A1"));
        move(FR, disputed + "/dispute", Map.of()).then().statusCode(422);
        ok(move(FR, disputed + "/dispute", WHY)).then().body("statusReason", equalTo("It was in depot 9."));
        assertEquals("HELD", article(delivery, "A1").get("status"));
        String withdrawn = created(report(UA, "A1"));
        ok(move(UA, withdrawn + "/withdrawal", WHY));
        assertEquals("HELD", article(delivery, "A1").get("status"));
        move(FR, withdrawn + "/acknowledgement").then().statusCode(409);
    }

    @Test
    void theHolderReportsALossOnce() throws Exception {
        report(FR, "A1").then().statusCode(403);
        report(UA, "Z9").then().statusCode(422).body("errors[0].code", equalTo("unknown-article"));
        loss(UA, -1, "A1").then().statusCode(422).body("errors[0].code", equalTo("future"));
        loss(UA, 101, "A1").then().statusCode(422).body("errors[0].code", equalTo("before-arrival"));
        List<Integer> answers =
                atOnce(Collections.nCopies(6, () -> report(UA, "A1").statusCode()));
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(5, Collections.frequency(answers, 409), answers.toString());
        created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(1, "LOST", "A2")));
        created(report(UA, "A2"));
    }

    @Test
    void reportsAreListedToThoseWhoMayKnowOfThem() {
        created(report(UA, "A1"));
        for (String filter :
                List.of("", "&holder=UA", "&party=FR", "&status=REPORTED", "&deliveryId=" + id(delivery))) {
            as(DE).get("/v1/loss-reports?initiativeId=" + id(initiative) + filter)
                    .then()
                    .body("items", hasSize(1));
        }
        String secret = initiative("RESTRICTED", "FR", "UA");
        delivery = stock.received(secret, 100, "A1");
        String hidden = created(report(UA, "A1"));
        as(DE).get(hidden).then().statusCode(404);
        as(DE).get("/v1/loss-reports?initiativeId=" + id(secret)).then().body("items", empty());
    }

    private Response report(String token, String serial) {
        return loss(token, 2, serial);
    }

    private Response loss(String token, int daysAgo, String serial) {
        return post(
                token,
                delivery + "/loss-reports",
                Map.of(
                        "serialNumbers",
                        List.of(serial),
                        "kind",
                        "STOLEN",
                        "lostOn",
                        stock.day(-daysAgo),
                        "circumstances",
                        "The depot was looted."));
    }
}
