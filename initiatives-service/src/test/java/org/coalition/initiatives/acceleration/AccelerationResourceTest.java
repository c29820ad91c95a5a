package org.coalition.initiatives.acceleration;

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
import static org.coalition.initiatives.delivery.Shipments.day;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.planned;
import static org.coalition.initiatives.delivery.Shipments.reached;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The days lie far ahead, as other tests put the clock forward. */
@QuarkusTest
class AccelerationResourceTest {
    private static final int PROMISED = 2000;

    private String initiative;
    private String delivery;

    @BeforeEach
    void plan() {
        initiative = initiative("COALITION");
        delivery = planned(line(initiative, 0), 1, PROMISED);
    }

    @Test
    void whatTheGiverAcceptsIsPromisedFromThenOn() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String request = asked(UA, PROMISED - 100);
            for (String other : List.of(UA, GB, DE)) {
                move(other, request + "/acceptance").then().statusCode(403);
            }
            ok(move(FR, request + "/acceptance")).then().body("status", equalTo("ACCEPTED"));
            as(UA).get(delivery)
                    .then()
                    .body("promisedOn", equalTo(day(PROMISED - 100)))
                    .body("originalPromisedOn", equalTo(day(PROMISED)))
                    .body("promiseRevisions[0].reason", equalTo("Winter comes."))
                    .body("promiseRevisions[0].accelerationRequestId", equalTo(id(request)));
            topics.awaitEvent("org.coalition.acceleration-request.accepted.v1", request);
            topics.awaitEvent("org.coalition.delivery.brought-forward.v1", delivery);
        }
    }

    @Test
    void anotherDayIsAcceptedByWhoAsked() {
        String request = asked(GB, PROMISED - 100);
        Map<String, Object> offer = Map.of("counteredOn", day(PROMISED - 50), "reason", "Not sooner.");
        move(UA, request + "/counter", offer).then().statusCode(403);
        for (int day : new int[] {PROMISED - 100, PROMISED}) {
            move(FR, request + "/counter", Map.of("counteredOn", day(day), "reason", "x"))
                    .then()
                    .statusCode(422);
        }
        ok(move(FR, request + "/counter", offer))
                .then()
                .body("status", equalTo("COUNTERED"))
                .body("statusReason", equalTo("Not sooner."));
        move(FR, request + "/acceptance").then().statusCode(403);
        move(FR, request + "/refusal", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("state", equalTo("COUNTERED"))
                .body("allowed", contains("ACCEPTED", "WITHDRAWN"));
        ok(move(GB, request + "/acceptance"));
        as(UA).get(delivery).then().body("promisedOn", equalTo(day(PROMISED - 50)));
    }

    @Test
    void aRequestIsDeclinedForAReasonOrWithdrawn() {
        String request = asked(UA, PROMISED - 1);
        move(FR, request + "/refusal", Map.of()).then().statusCode(422);
        ok(move(FR, request + "/refusal", Map.of("reason", "It is not made yet.")));
        for (String move : List.of("acceptance", "withdrawal")) {
            move(move.equals("acceptance") ? FR : UA, request + "/" + move)
                    .then()
                    .statusCode(409)
                    .body("state", equalTo("DECLINED"));
        }
        String second = asked(UA, PROMISED - 1);
        move(FR, second + "/withdrawal").then().statusCode(403);
        ok(move(UA, second + "/withdrawal"));
        as(UA).get(delivery).then().body("promiseRevisionCount", equalTo(0));
    }

    @Test
    void whoReceivesOrLeadsAsksAndNobodyElse() {
        for (String other : List.of(FR, DE)) {
            ask(other, PROMISED - 1).then().statusCode(403);
        }
        ask(UA, PROMISED).then().statusCode(422).body("errors[0].code", equalTo("not-earlier"));
        ask(UA, -1).then().statusCode(422).body("errors[0].code", equalTo("past"));
        asked(UA, PROMISED - 1);
        ask(UA, PROMISED - 2).then().statusCode(409);
        asked(GB, PROMISED - 2);
        post(UA, "/v1/deliveries/" + MeetingsService.newId() + "/acceleration-requests", wanted(1))
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsPromisedSoonerByNowIsNotAccepted() {
        String request = asked(UA, PROMISED - 10);
        ok(move(FR, delivery + "/promise", Map.of("promisedOn", day(PROMISED - 20), "reason", "x")));
        move(FR, request + "/acceptance").then().statusCode(409);
        as(UA).get(request).then().body("status", equalTo("REQUESTED"));
        ok(move(FR, delivery + "/dispatch", reached(20)));
        ok(move(FR, delivery + "/handover", reached(10)));
        ask(GB, PROMISED - 30).then().statusCode(409).body("state", equalTo("HANDED_OVER"));
    }

    @Test
    void whoeverAsksAtOnceAsksOnceAndOfTwoAnswersOneIsTaken() throws Exception {
        List<Integer> asked =
                atOnce(Collections.nCopies(12, () -> ask(UA, PROMISED - 1).statusCode()));
        assertEquals(1, Collections.frequency(asked, 201), asked.toString());
        assertEquals(11, Collections.frequency(asked, 409), asked.toString());
        String request = "/v1/acceleration-requests/"
                + as(UA).get("/v1/acceleration-requests?deliveryId=" + id(delivery))
                        .path("items[0].id");
        String seen = etag(FR, request);
        Callable<Integer> accept = () ->
                as(FR).header("If-Match", seen).post(request + "/acceptance").statusCode();
        Callable<Integer> withdraw = () ->
                as(UA).header("If-Match", seen).post(request + "/withdrawal").statusCode();
        List<Integer> answers = atOnce(List.of(accept, withdraw, accept, withdraw));
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(3, Collections.frequency(answers, 412), answers.toString());
        boolean accepted = as(UA).get(request).path("status").equals("ACCEPTED");
        as(UA).get(delivery).then().body("promiseRevisionCount", equalTo(accepted ? 1 : 0));
    }

    @Test
    void aRequestIsWithheldWhenItsInitiativeNarrows() {
        String request = asked(UA, PROMISED - 1);
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR", "UA"))));
            assertNull(topics.awaitEvent("org.coalition.acceleration-request.withheld.v1", request)
                    .value());
        }
        as(DE).get(request).then().statusCode(404);
        ok(move(UA, request + "/withdrawal"));
    }

    @Test
    void requestsAreListedToThoseWhoMayKnowOfThem() {
        asked(UA, PROMISED - 1);
        String list = "/v1/acceleration-requests?deliveryId=" + id(delivery);
        for (String filter :
                List.of("", "&party=FR", "&askedBy=UA", "&status=REQUESTED", "&initiativeId=" + id(initiative))) {
            as(DE).get(list + filter).then().body("items", hasSize(1));
        }
        as(DE).get(list + "&askedBy=GB").then().body("items", empty());
        String secret = initiative("RESTRICTED", "FR", "UA");
        delivery = planned(line(secret, 0), 1, PROMISED);
        String request = asked(UA, PROMISED - 1);
        as(FR).get(request).then().statusCode(200);
        as(DE).get(request).then().statusCode(404);
        as(DE).get("/v1/acceleration-requests?initiativeId=" + id(secret))
                .then()
                .body("items", empty());
    }

    @CanIgnoreReturnValue
    private String asked(String token, int wantedIn) {
        return created(ask(token, wantedIn));
    }

    private Response ask(String token, int wantedIn) {
        return post(token, delivery + "/acceleration-requests", wanted(wantedIn));
    }

    private static Map<String, Object> wanted(int in) {
        return Map.of("wantedOn", day(in), "reason", "Winter comes.");
    }
}
