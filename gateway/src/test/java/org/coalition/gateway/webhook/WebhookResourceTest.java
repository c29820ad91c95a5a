package org.coalition.gateway.webhook;

import static org.awaitility.Awaitility.await;
import static org.coalition.gateway.webhook.Hooks.active;
import static org.coalition.gateway.webhook.Hooks.anonymous;
import static org.coalition.gateway.webhook.Hooks.as;
import static org.coalition.gateway.webhook.Hooks.awaitStatus;
import static org.coalition.gateway.webhook.Hooks.etag;
import static org.coalition.gateway.webhook.Hooks.move;
import static org.coalition.gateway.webhook.Hooks.patch;
import static org.coalition.gateway.webhook.Hooks.post;
import static org.coalition.gateway.webhook.Hooks.registered;
import static org.coalition.gateway.webhook.Hooks.token;
import static org.coalition.gateway.webhook.Hooks.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.coalition.gateway.delivery.Receiver;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.schema.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class WebhookResourceTest {
    @Inject
    Rows rows;

    @Test
    void anEndpointThatAgreesIsToldFromThenOn() {
        Receiver.Endpoint endpoint = Receiver.endpoint("agrees").agreeingWith("coalition.example");
        Response answer = registered(
                "GB", endpoint.url(), Map.of("description", "Logistics", "types", List.of("org.coalition.delivery.*")));
        answer.then()
                .header("ETag", equalTo("\"1\""))
                .body("secret", startsWith("whsec_"))
                .body("webhook.owner", equalTo("GB"))
                .body("webhook.status", equalTo("PENDING"))
                .body("webhook.verifying", equalTo(true));
        String path = answer.header("Location");
        awaitStatus("GB", path, "ACTIVE");
        as("GB").get(path).then().body("secret", nullValue()).body("verifying", equalTo(false));
        assertEquals("coalition.example", endpoint.handshakes().get(0).header("webhook-request-origin"));
        as("GB").get(path + "/history")
                .then()
                .body(
                        "items.action",
                        contains("org.coalition.webhook.verified.v1", "org.coalition.webhook.registered.v1"));
    }

    @Test
    void anEndpointThatDoesNotAgreeIsToldNothingAndAskedAgain() {
        Receiver.Endpoint silent = Receiver.endpoint("refuses").agreeingWith(null);
        Receiver.Endpoint another = Receiver.endpoint("agrees-with-another").agreeingWith("somebody.else");
        List<String> paths = List.of(
                registered("GB", silent.url(), Map.of()).header("Location"),
                registered("GB", another.url(), Map.of()).header("Location"));
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        !silent.handshakes().isEmpty() && !another.handshakes().isEmpty());
        paths.forEach(path -> as("GB").get(path).then().body("status", equalTo("PENDING")));
        silent.agreeingWith("*");
        another.agreeingWith("COALITION.example");
        paths.forEach(path -> awaitStatus("GB", path, "ACTIVE"));
    }

    @Test
    void onlyTheOwnersTokensKnowOfIt() {
        String path =
                registered("FR", Receiver.endpoint("owned").url(), Map.of()).header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        as("DE").get(path).then().statusCode(404);
        as("DE").header("If-Match", "*").post(path + "/closing").then().statusCode(404);
        as("DE").get(path + "/deliveries").then().statusCode(404);
        as("DE").post(path + "/test-event").then().statusCode(404);
        as("DE").get("/v1/webhooks?limit=200").then().body("items.id", not(hasItem(id)));
        as("FR").get("/v1/webhooks?limit=200").then().body("items.id", hasItem(id));
        String admin = token(null, "reader", "admin");
        with(admin).get(path).then().statusCode(404);
        with(admin).get("/v1/webhooks").then().statusCode(200).body("items", empty());
        with(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("url", Receiver.endpoint("owned").url()))
                .post("/v1/webhooks")
                .then()
                .statusCode(403);
        anonymous().get(path).then().statusCode(401);
        with(token("FR", "auditor")).get(path).then().statusCode(403);
    }

    @Test
    void whatCannotBeSentToIsRefusedWithItsPlace() {
        for (String url :
                List.of("https://10.0.0.1/", "http://hooks.example.org/", "https://localhost.localdomain/", "x")) {
            post("GB", "/v1/webhooks", Map.of("url", url))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/url"));
        }
        post("GB", "/v1/webhooks", Map.of("url", "https://a.example.org/", "types", List.of("meeting")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", startsWith("/types"));
        post(
                        "GB",
                        "/v1/webhooks",
                        Map.of("url", "https://a.example.org/", "types", Collections.nCopies(21, "org.coalition.*")))
                .then()
                .statusCode(422);
        post("GB", "/v1/webhooks", Map.of("url", "https://a.example.org/", "secret", "x"))
                .then()
                .statusCode(400);
        post("GB", "/v1/webhooks", Map.of()).then().statusCode(422);
    }

    @Test
    void itIsPausedResumedAndClosed() {
        String path = active("GB", Receiver.endpoint("moves").url(), Map.of());
        move("GB", path + "/resumption").then().statusCode(409);
        move("GB", path + "/pausing").then().statusCode(200).body("status", equalTo("PAUSED"));
        move("GB", path + "/resumption").then().statusCode(200).body("status", equalTo("ACTIVE"));
        as("GB").post(path + "/closing").then().statusCode(428);
        as("GB").header("If-Match", "\"1\"").post(path + "/closing").then().statusCode(412);
        move("GB", path + "/closing").then().statusCode(200).body("allowed", empty());
        as("GB").post(path + "/test-event").then().statusCode(409);
        patch("GB", path, Map.of("description", "x")).then().statusCode(409);
    }

    @Test
    void anotherEndpointHasToAgreeFirst() {
        String path = active("GB", Receiver.endpoint("before").url(), Map.of());
        Receiver.Endpoint after = Receiver.endpoint("after").agreeingWith(null);
        patch("GB", path, Map.of("url", after.url()))
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("verifying", equalTo(true));
        after.agreeingWith("*");
        awaitStatus("GB", path, "ACTIVE");
    }

    @Test
    void aRepeatedRegistrationGivesTheSameSecretWhichIsNotReadableAtRest() {
        Map<String, String> details =
                Map.of("url", Receiver.endpoint("repeated").url());
        String key = "\"webhook-" + System.nanoTime() + "\"";
        Response first = as("GB").header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(details)
                .post("/v1/webhooks");
        Response again = as("GB").header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(details)
                .post("/v1/webhooks");
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        String secret = first.path("secret");
        String kept = rows.query("SELECT string_agg(body, ' ') AS kept FROM idempotent_answer", row -> row.text("kept"))
                .get(0);
        assertFalse(kept.contains(secret));
        assertFalse(kept.contains("whsec_"));
    }

    /** Who can do without the rest cannot do without the secret. */
    @Test
    void theLeastOfAnAnswerHasTheSecret() {
        Response least = as("GB").header("Prefer", "return=minimal")
                .contentType(ContentType.JSON)
                .body(Map.of("url", Receiver.endpoint("least").url()))
                .post("/v1/webhooks");
        least.then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("version", equalTo(1))
                .body("webhook", nullValue());
        String path = least.header("Location");
        as("GB").header("Prefer", "return=minimal")
                .header("If-Match", "*")
                .post(path + "/secret-rotation")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"));
        as("GB").header("Prefer", "return=minimal")
                .header("If-Match", "*")
                .post(path + "/closing")
                .then()
                .statusCode(204);
    }

    @Test
    void noSecretIsAnnouncedAuditedOrStored() {
        try (Topics topics = Topics.fromNow("coalition.webhooks.restricted", "coalition.webhooks")) {
            Response answer = registered("GB", Receiver.endpoint("silent").url(), Map.of());
            String path = answer.header("Location");
            String secret = answer.path("secret");
            String announced = topics.await(message -> path.equals(Topics.header(message, "ce_subject")))
                    .value();
            assertFalse(announced.contains("secret"), announced);
            assertEquals(
                    "RESTRICTED",
                    Topics.header(
                            topics.await(message -> path.equals(Topics.header(message, "ce_subject"))),
                            "ce_dataclassification"));
            assertFalse(
                    rows.query("SELECT string_agg(after::text, ' ') AS all FROM audit_entry", row -> row.text("all"))
                            .get(0)
                            .contains(secret.substring(6)));
        }
    }

    @Test
    void aRotationGivesAnotherSecret() {
        Response registered = registered("GB", Receiver.endpoint("rotated").url(), Map.of());
        String path = registered.header("Location");
        awaitStatus("GB", path, "ACTIVE");
        Response rotated = move("GB", path + "/secret-rotation");
        rotated.then().statusCode(200).body("secret", startsWith("whsec_"));
        assertNotEquals(registered.<String>path("secret"), rotated.<String>path("secret"));
    }

    @Test
    void aPartyHasNoMoreThanItsShareHoweverManyComeAtOnce() throws Exception {
        Callable<Integer> one = () -> post(
                        "LT",
                        "/v1/webhooks",
                        Map.of("url", Receiver.endpoint("many").url()))
                .statusCode();
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(24, one));
        assertEquals(20, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(4, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        String path = as("LT").get("/v1/webhooks").path("items[0].id");
        move("LT", "/v1/webhooks/" + path + "/closing").then().statusCode(200);
        assertEquals(201, one.call());
    }

    @Test
    void aTrialChangesNothing() {
        as("EE").contentType(ContentType.JSON)
                .body(Map.of("url", Receiver.endpoint("trial").url()))
                .post("/v1/webhooks?validateOnly=true")
                .then()
                .statusCode(204);
        as("EE").get("/v1/webhooks").then().body("items", empty());
    }

    @Test
    void oneOfManyWritersWins() throws Exception {
        String path = active("GB", Receiver.endpoint("raced").url(), Map.of());
        String etag = etag("GB", path);
        Callable<Integer> pause =
                () -> as("GB").header("If-Match", etag).post(path + "/pausing").statusCode();
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(6, pause));
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 412), statuses.toString());
    }

    @Test
    void aListAsksForEachPageOnce() {
        as("GB").get("/v1/webhooks?limit=1").then().statusCode(200).body("items.size()", equalTo(1));
        as("GB").get("/v1/webhooks?status=OPEN")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("PENDING"));
    }
}
