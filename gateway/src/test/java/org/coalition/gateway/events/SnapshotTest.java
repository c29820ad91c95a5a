package org.coalition.gateway.events;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.coalition.gateway.Gateway;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.coalition.gateway.neighbours.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there now comes before what follows; the other service is never there in these tests. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
class SnapshotTest {
    private static final String TOKEN = Neighbours.issuer().token("snapshot-test");

    @Inject
    Gateway gateway;

    @Inject
    KafkaLog log;

    @Inject
    Cursors cursors;

    @BeforeEach
    void awaitAll() {
        Awaitility.await().ignoreExceptions().until(() -> log.end() != null);
        // Until the gateway has seen that the service is there.
        Awaitility.await().until(() -> changes("start").status() == 200);
    }

    @Test
    void theFeedTellsItPageByPageInTheCallersName() throws Exception {
        Neighbours.meetings().forget();
        JsonObject first = new JsonObject(changes("start").body());
        assertEquals("7", first.getJsonArray("items").getJsonObject(0).getString("sequence"));
        JsonObject second = new JsonObject(changes(first.getString("next")).body());
        assertEquals("8", second.getJsonArray("items").getJsonObject(0).getString("sequence"));
        assertEquals(
                List.of("/v1/snapshot/meetings?limit=50", "/v1/snapshot/meetings?limit=50&cursor=second+page"),
                Neighbours.meetings().calls().stream().map(Service.Call::uri).toList());
        Neighbours.meetings().calls().forEach(call -> {
            assertEquals("Bearer " + TOKEN, call.headers().get("authorization"));
            assertEquals("application/json", call.headers().get("accept"));
        });
        // Half of what is there would be taken for the whole.
        Reply third = changes(second.getString("next"));
        assertTrue(third.isProblem(503, "unavailable"), third.toString());
        assertEquals(1, cursors.read(second.getString("next")).snapshot().service());
    }

    @Test
    void theStreamTellsItAndAPageThatWasCutOffIsToldAgain() throws Exception {
        try (Listener listener = Listener.open(gateway.port(), "?since=start", TOKEN)) {
            Awaitility.await().until(listener::hasEnded);
            assertEquals(List.of(7, 8), EventStreamTest.sequences(listener.frames()));
            assertEquals(1, cursors.read(listener.lastId()).snapshot().service());
        }
    }

    @Test
    void filtersHoldForItToo() throws Exception {
        String wanted = "start&subject=/v1/meetings/" + Service.SNAPSHOT;
        assertEquals(
                1, new JsonObject(changes(wanted).body()).getJsonArray("items").size());
        assertEquals(503, changes("start&type=org.coalition.decision.*").status());
    }

    private Reply changes(String since) {
        return Caller.ask(
                gateway.port(),
                head(
                        "GET /v1/changes?since=" + since,
                        "Authorization: Bearer " + TOKEN,
                        "Accept: application/json, text/csv"));
    }
}
