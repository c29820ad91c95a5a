package org.coalition.gateway.delivery;

import static org.coalition.gateway.webhook.Hooks.active;
import static org.coalition.gateway.webhook.Hooks.as;
import static org.coalition.gateway.webhook.Hooks.awaitStatus;
import static org.coalition.gateway.webhook.Hooks.move;
import static org.coalition.gateway.webhook.Hooks.post;
import static org.coalition.gateway.webhook.Hooks.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.schema.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class DeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final AtomicInteger PARTIES = new AtomicInteger();

    /** Each test has a party of its own, which has no webhooks as yet. */
    private final String party = "T" + PARTIES.incrementAndGet();

    @Inject
    Rows rows;

    @Test
    void anEventArrivesSignedAndWhole() throws Exception {
        Receiver.Endpoint endpoint = Receiver.endpoint("whole");
        UUID meeting = UUID.randomUUID();
        Response registered = registered(party, endpoint.url(), only(meeting));
        awaitStatus(party, registered.header("Location"), "ACTIVE");
        String id = Announcer.coalition("meeting", meeting, "GB");
        Receiver.Message message = first(endpoint);
        assertEquals(id, message.header("webhook-id"));
        assertEquals("application/cloudevents+json; charset=utf-8", message.header("content-type"));
        new Webhook(registered.<String>path("secret")).verify(message.body(), message.headers());
        JsonPath event = JsonPath.from(message.body());
        assertEquals("org.coalition.meeting.revised.v1", event.get("type"));
        assertEquals("/v1/meetings/" + meeting, event.get("subject"));
        assertEquals(meeting.toString(), event.get("data.after.id"));
        awaitDelivery(party, registered.header("Location"), "DELIVERED")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].eventId", equalTo(id))
                .body("items[0].cause", equalTo("EVENT"))
                .body("items[0].nextAttemptAt", nullValue())
                .body("items[0].attempts[0].statusCode", equalTo(204));
    }

    @Test
    void whatAPartyMayNotKnowItIsNotTold() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint british = Receiver.endpoint("known-gb");
        Receiver.Endpoint german = Receiver.endpoint("known-de");
        active(party, british.url(), only(meeting));
        active("DE", german.url(), only(meeting));
        Announcer.restricted("meeting", meeting, "GB", "FR," + party);
        String both = Announcer.coalition("meeting", meeting, "GB");
        soon().until(() -> ids(german).contains(both) && british.messages().size() == 2);
        assertEquals(List.of(both), ids(german));
    }

    @Test
    void aFailureIsTriedAgainWithTheSameIdAndANewSignature() throws Exception {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("second")
                .answering((request, count) ->
                        request.response().setStatusCode(count == 1 ? 500 : 200).end());
        Response registered = registered(party, endpoint.url(), only(meeting));
        String path = registered.header("Location");
        awaitStatus(party, path, "ACTIVE");
        String id = Announcer.coalition("meeting", meeting, "GB");
        awaitDelivery(party, path, "DELIVERED")
                .then()
                .body("items[0].attempts.number", equalTo(List.of(2, 1)))
                .body("items[0].attempts[1].outcome", equalTo("It answered 500."));
        assertEquals(List.of(id, id), ids(endpoint));
        for (Receiver.Message message : endpoint.messages()) {
            new Webhook(registered.<String>path("secret")).verify(message.body(), message.headers());
        }
    }

    @Test
    void whenAllTriesAreUsedUpItHasFailedAndCanBeHadAgain() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("failing").answering(500);
        String path = active(party, endpoint.url(), only(meeting));
        String id = Announcer.coalition("meeting", meeting, "GB");
        Response failed = awaitDelivery(party, path, "FAILED");
        assertEquals(3, endpoint.messages().size());
        as(party).get(path).then().body("status", equalTo("ACTIVE"));
        endpoint.answering(204);
        String delivery = failed.path("items[0].id");
        post(party, path + "/deliveries/" + delivery + "/redelivery", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"));
        awaitDelivery(party, path, "DELIVERED").then().body("items[0].attempts[0].number", equalTo(4));
        assertEquals(List.of(id, id, id, id), ids(endpoint));
        as("FR").post(path + "/deliveries/" + delivery + "/redelivery").then().statusCode(404);
    }

    @Test
    void whoHasFailedForDaysIsNotTriedAnyMore() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("lost").answering(503);
        String path = active(party, endpoint.url(), only(meeting));
        rows.update(
                "INSERT INTO webhook_endpoint AS e (webhook_id, failing_since) VALUES (?, ?) ON CONFLICT (webhook_id) DO UPDATE"
                        + " SET failing_since = EXCLUDED.failing_since",
                id(path),
                Instant.now().minus(Duration.ofDays(4)));
        endpoint.answering(500);
        Announcer.coalition("meeting", meeting, "GB");
        awaitStatus(party, path, "DISABLED");
        as(party).get(path).then().body("statusReason", containsString("failed for days"));
        endpoint.answering(204);
        move(party, path + "/verification").then().statusCode(200);
        awaitStatus(party, path, "ACTIVE");
    }

    @Test
    void whoIsGoneIsDisabledAtOnceAndToldNoMore() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("gone").answering(410);
        String path = active(party, endpoint.url(), only(meeting));
        Announcer.coalition("meeting", meeting, "GB");
        awaitStatus(party, path, "DISABLED");
        as(party).get(path).then().body("statusReason", containsString("410"));
        Announcer.coalition("meeting", meeting, "GB");
        throughOthers();
        assertEquals(1, endpoint.messages().size());
        as(party).get(path + "/deliveries").then().body("items.size()", equalTo(1));
    }

    @Test
    void aRedirectIsAFailureAndLeadsNowhere() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint inside = Receiver.endpoint("private");
        Receiver.Endpoint endpoint = Receiver.endpoint("redirects").answering((request, count) -> request.response()
                .setStatusCode(308)
                .putHeader("Location", inside.url())
                .end());
        String path = active(party, endpoint.url(), only(meeting));
        Announcer.coalition("meeting", meeting, "GB");
        awaitDelivery(party, path, "FAILED").then().body("items[0].attempts[0].outcome", equalTo("It answered 308."));
        assertEquals(0, inside.messages().size());
    }

    @Test
    void whoHangsDripsOrPoursDelaysNobodyElse() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint hangs = Receiver.endpoint("hangs").answering((request, count) -> {});
        Receiver.Endpoint drips = Receiver.endpoint("drips")
                .answering(
                        (request, count) -> request.response().setChunked(true).write("."));
        Receiver.Endpoint pours = Receiver.endpoint("pours")
                .answering((request, count) -> pour(request.response().setChunked(true)));
        Receiver.Endpoint well = Receiver.endpoint("well");
        for (Receiver.Endpoint endpoint : List.of(hangs, drips, pours)) {
            active(party, endpoint.url(), only(meeting));
        }
        active("FR", well.url(), only(meeting));
        for (int i = 0; i < 15; i++) {
            String id = Announcer.coalition("meeting", meeting, "GB");
            soon().until(() -> ids(well).contains(id));
        }
        assertEquals(15, well.messages().size());
        // Had the one waited for the other, it would have had as many by now.
        assertTrue(hangs.messages().size() < 10, "hanging: " + hangs.messages().size());
        soon().until(() -> pours.messages().size() >= 15);
    }

    @Test
    void whoWantsToBeLeftAloneIs() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("busy").answering((request, count) -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "3600")
                .end());
        String path = active(party, endpoint.url(), only(meeting));
        Announcer.coalition("meeting", meeting, "GB");
        Response pending = soon().until(
                        () -> as(party).get(path + "/deliveries"),
                        answer -> answer.path("items[0].attempts[0]") != null);
        Instant next = Instant.parse(pending.path("items[0].nextAttemptAt"));
        assertTrue(next.isAfter(Instant.now().plus(Duration.ofMinutes(59))), next.toString());
        Announcer.coalition("meeting", meeting, "GB");
        throughOthers();
        assertEquals(1, endpoint.messages().size());
    }

    @Test
    void duringARotationBothSecretsVerify() throws Exception {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("both");
        Response registered = registered(party, endpoint.url(), only(meeting));
        String path = registered.header("Location");
        awaitStatus(party, path, "ACTIVE");
        String young = move(party, path + "/secret-rotation").path("secret");
        Announcer.coalition("meeting", meeting, "GB");
        Receiver.Message message = first(endpoint);
        assertEquals(2, message.header("webhook-signature").split(" ", -1).length);
        new Webhook(young).verify(message.body(), message.headers());
        new Webhook(registered.<String>path("secret")).verify(message.body(), message.headers());
    }

    @Test
    void whatHappensDuringAPauseIsKept() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("paused");
        String path = active(party, endpoint.url(), only(meeting));
        move(party, path + "/pausing").then().statusCode(200);
        String id = Announcer.coalition("meeting", meeting, "GB");
        throughOthers();
        assertEquals(List.of(), ids(endpoint));
        move(party, path + "/resumption").then().statusCode(200);
        soon().until(() -> ids(endpoint).equals(List.of(id)));
    }

    @Test
    void thePastCanBeHadAgain() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("again");
        Instant before = Instant.now().minusSeconds(1);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            told.add(Announcer.coalition("meeting", meeting, "GB"));
        }
        throughOthers();
        String path = active(party, endpoint.url(), only(meeting));
        assertEquals(List.of(), ids(endpoint));
        Response replay = post(party, path + "/replays", Map.of("since", before.toString()));
        replay.then().statusCode(201).body("endedAt", nullValue());
        soon().until(() -> ids(endpoint).containsAll(told));
        soon().until(() -> as(party).get(replay.header("Location")).path("endedAt") != null);
        as(party).get(replay.header("Location")).then().body("replayed", equalTo(3));
        as(party)
                .get(path + "/deliveries?eventId=" + told.get(0))
                .then()
                .body("items.cause", equalTo(List.of("REPLAY")));
        as(party).get(path + "/replays").then().body("items.size()", equalTo(1));
        post(party, path + "/replays", Map.of("since", "yesterday"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/since"));
        as("FR").get(replay.header("Location")).then().statusCode(404);
    }

    @Test
    void anEndpointCanBeTried() {
        Receiver.Endpoint endpoint = Receiver.endpoint("tried");
        String path = active(party, endpoint.url(), only(UUID.randomUUID()));
        Response test = as(party).post(path + "/test-event");
        test.then().statusCode(201).body("cause", equalTo("TEST"));
        Receiver.Message message = first(endpoint);
        assertEquals(test.path("eventId"), message.header("webhook-id"));
        assertEquals(
                "org.coalition.webhook.tested.v1", JsonPath.from(message.body()).get("type"));
        soon().untilAsserted(() -> as(party).get(test.header("Location")).then().body("status", equalTo("DELIVERED")));
    }

    @Test
    void theLogIsReadPageByPage() {
        String path = active(party, Receiver.endpoint("paged").url(), only(UUID.randomUUID()));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, as(party).post(path + "/test-event").path("id"));
        }
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Response page = as(party).get(path + "/deliveries?limit=2" + next);
            read.addAll(page.<List<String>>path("items.id"));
            next = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (next != null);
        assertEquals(made, read);
        as(party).get(path + "/deliveries?cursor=x").then().statusCode(400);
        as(party).get(path + "/deliveries?status=LOST").then().statusCode(400);
    }

    /** Whoever took a delivery and died had it for a while only. */
    @Test
    void whatAnInstanceTookIntoItsGraveIsSentByAnother() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint endpoint = Receiver.endpoint("grave");
        String path = active(party, endpoint.url(), only(meeting));
        move(party, path + "/pausing").then().statusCode(200);
        String id = Announcer.coalition("meeting", meeting, "GB");
        soon().until(() ->
                as(party).get(path + "/deliveries").<List<?>>path("items").size() == 1);
        rows.update(
                "UPDATE webhook_delivery SET due_at = ? WHERE webhook_id = ?",
                Instant.now().plusSeconds(1),
                id(path));
        move(party, path + "/resumption").then().statusCode(200);
        soon().until(() -> ids(endpoint).equals(List.of(id)));
    }

    private static void pour(HttpServerResponse response) {
        while (!response.writeQueueFull()) {
            response.write("x".repeat(1000));
        }
        response.drainHandler(drained -> pour(response));
    }

    /** Once this has arrived, everything that was announced before has been turned into deliveries, and sent if it was due. */
    private void throughOthers() {
        UUID meeting = UUID.randomUUID();
        Receiver.Endpoint other = Receiver.endpoint("other-" + meeting);
        active(party, other.url(), only(meeting));
        for (int i = 0; i < 2; i++) {
            Announcer.coalition("meeting", meeting, "GB");
            int count = i + 1;
            soon().until(() -> other.messages().size() == count);
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private static Map<String, List<String>> only(UUID meeting) {
        return Map.of("subjects", List.of("/v1/meetings/" + meeting));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static List<String> ids(Receiver.Endpoint endpoint) {
        return endpoint.messages().stream()
                .map(message -> message.header("webhook-id"))
                .toList();
    }

    private static Receiver.Message first(Receiver.Endpoint endpoint) {
        soon().until(() -> !endpoint.messages().isEmpty());
        return endpoint.messages().get(0);
    }

    private static Response awaitDelivery(String party, String path, String status) {
        return soon().until(
                        () -> as(party).get(path + "/deliveries"),
                        answer -> status.equals(answer.path("items[0].status")));
    }
}
