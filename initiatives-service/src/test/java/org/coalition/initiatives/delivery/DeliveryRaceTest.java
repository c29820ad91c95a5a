package org.coalition.initiatives.delivery;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.daysAgo;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.plan;
import static org.coalition.initiatives.delivery.Shipments.receipt;
import static org.coalition.initiatives.delivery.Shipments.received;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryRaceTest {
    /** 32 at once, where 20 fit. */
    @Test
    void noMoreIsConfirmedThanIsAllocatedHoweverManyConfirmAtOnce() throws Exception {
        String line = line(initiative("COALITION"), 20);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String delivery = handedOver(line, 1, 7);
            work.add(() -> move(UA, delivery + "/receipt", receipt(1, 5)).statusCode());
        }
        List<Integer> statuses = atOnce(work);
        assertEquals(20, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(12, Collections.frequency(statuses, 422), statuses.toString());
        as(UA).get(line).then().body("delivered", equalTo(20)).body("undelivered", equalTo(0));
    }

    @Test
    void ofManyConfirmationsOfOneDeliveryOneIsMadeAndCountedOnce() throws Exception {
        String line = line(initiative("COALITION"), 20);
        String delivery = handedOver(line, 1, 7);
        String seen = etag(UA, delivery);
        List<Integer> statuses = atOnce(Collections.nCopies(16, () -> as(UA).header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(receipt(1, 5))
                .post(delivery + "/receipt")
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(15, Collections.frequency(statuses, 412), statuses.toString());
        as(UA).get(line).then().body("delivered", equalTo(1)).body("entryCount", equalTo(3));
    }

    @Test
    void returnsThatAreMadeAtOnceNeverTakeBackMoreThanWasKept() throws Exception {
        String line = line(initiative("COALITION"), 5);
        String delivery = received(line, 5, 7, 6);
        List<Integer> statuses = atOnce(Collections.nCopies(12, () -> as(UA).header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("amount", 1, "at", daysAgo(1), "reason", "x"))
                .post(delivery + "/returns")
                .statusCode()));
        assertEquals(5, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 422), statuses.toString());
        as(UA).get(line).then().body("delivered", equalTo(0));
    }

    @Test
    void anArticleIsListedOnceHoweverManyPlanAtOnce() throws Exception {
        String line = line(initiative("COALITION"), 0);
        Map<String, Object> plan = plan(1, 7);
        plan.put("articles", List.of(Map.of("serialNumber", "A1", "description", "launcher")));
        List<Integer> statuses = atOnce(Collections.nCopies(
                12, () -> post(FR, line + "/deliveries", plan).statusCode()));
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(11, Collections.frequency(statuses, 422), statuses.toString());
    }
}
