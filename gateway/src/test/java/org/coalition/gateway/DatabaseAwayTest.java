package org.coalition.gateway;

import static io.restassured.RestAssured.given;
import static org.coalition.gateway.neighbours.Caller.head;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Map;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.coalition.gateway.route.Inside;
import org.coalition.gateway.webhook.Hooks;
import org.junit.jupiter.api.Test;

/** The database is for the webhooks alone. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
@TestProfile(DatabaseAwayTest.Nowhere.class)
class DatabaseAwayTest {
    /** A port at which nobody listens. */
    public static final class Nowhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/gateway");
        }
    }

    @Inject
    Gateway gateway;

    @Inject
    Inside inside;

    @Test
    void theGatewayRelaysWithoutIt() {
        Neighbours.meetings().forget();
        String token = Neighbours.issuer().token("gb-chair");
        Reply reply = Caller.ask(gateway.port(), head("GET /v1/meetings", "Authorization: Bearer " + token));
        assertEquals(200, reply.status());
        assertEquals(1, Neighbours.meetings().calls().size());
    }

    @Test
    void theWebhooksSayThatTheyCannotBeHadNow() {
        String token = Hooks.token("GB", "reader");
        Reply reply = Caller.ask(gateway.port(), head("GET /v1/webhooks", "Authorization: Bearer " + token));
        assertTrue(reply.isProblem(503, "unavailable"), reply.toString());
        assertEquals("2", reply.header("retry-after"));
    }

    @Test
    void theHealthSaysDegradedAndNotDown() {
        RestAssured.port = gateway.port();
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'webhooks' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'webhooks' }.data.state", equalTo("degraded"))
                .body("checks.name", not(hasItem("outbox")));
        assertTrue(inside.address().getPort() > 0);
    }
}
