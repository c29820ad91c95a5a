package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class RateLimitTest {
    private static final int FLOOD = 2000;

    @Inject
    Gateway gateway;

    @Test
    void aClientOverItsBudgetWaitsAndTheOthersDoNot() {
        // Not through to the service: what is limited is the asking.
        String flooder = "Authorization: Bearer " + Neighbours.issuer().token("flooder");
        Reply refused = null;
        try (Caller caller = new Caller(gateway.port())) {
            for (int i = 0; i < FLOOD && refused == null; i++) {
                // A forwarded address must not open a bucket of its own.
                Reply reply = caller.send(head("GET /v1/meetings?mode=none", flooder, "X-Forwarded-For: 10.0.0." + i))
                        .reply();
                refused = reply.status() == 429 ? reply : null;
            }
        }
        assertTrue(refused != null, "never refused");
        assertTrue(refused.isProblem(429, "rate-limited"), refused.toString());
        assertEquals("1", refused.header("retry-after"));
        assertTrue(refused.header("ratelimit").startsWith("\"client\";r=0;t="));
        String other = "Authorization: Bearer " + Neighbours.issuer().token("quiet");
        assertEquals(
                200, Caller.ask(gateway.port(), head("GET /v1/meetings", other)).status());
    }
}
