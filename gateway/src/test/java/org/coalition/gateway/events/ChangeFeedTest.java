package org.coalition.gateway.events;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coalition.gateway.Gateway;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class ChangeFeedTest {
    private static Announcer announcer;

    @Inject
    Gateway gateway;

    @Inject
    KafkaLog log;

    private final String initiative = UUID.randomUUID().toString();
    private final String filter = "&subject=/v1/initiatives/" + initiative;

    @BeforeAll
    static void connect() {
        announcer = new Announcer(System.getProperty("kafka.bootstrap.servers"));
    }

    @AfterAll
    static void disconnect() {
        announcer.close();
    }

    @BeforeEach
    void awaitLog() {
        Awaitility.await().ignoreExceptions().until(() -> log.end() != null);
    }

    @Test
    void whoPollsGetsWhatTheStreamTellsPageByPage() throws Exception {
        String since = now();
        for (int i = 1; i <= 25; i++) {
            announcer.tell(i % 4 == 0 ? version(i).restrictedTo("FR,GB") : version(i));
        }
        List<Integer> told = new ArrayList<>();
        String next = since;
        while (told.size() < 25) {
            JsonObject page = page("since=" + next + filter + "&limit=4", "GB");
            JsonArray items = page.getJsonArray("items");
            assertTrue(items.size() <= 4);
            items.forEach(item -> told.add(Integer.parseInt(((JsonObject) item).getString("sequence"))));
            next = page.getString("next");
        }
        assertEquals(IntStream.rangeClosed(1, 25).boxed().toList(), told);
        JsonObject last = page("since=" + next + filter, "GB");
        assertEquals(0, last.getJsonArray("items").size());
        assertNotEquals(next, last.getString("next"));
        try (Listener listener = Listener.open(gateway.port(), "?since=" + since + filter, token("GB"))) {
            assertEquals(told, EventStreamTest.sequences(listener.await(25)));
        }
    }

    @Test
    void whatOneMayNotKnowIsInNoPage() throws Exception {
        String since = now();
        announcer.tell(version(1).restrictedTo("GB"), version(2), version(3).open());
        awaitItems("since=" + since + filter, "GB", 3);
        assertEquals(
                2, page("since=" + since + filter, "US").getJsonArray("items").size());
        assertEquals(
                1, page("since=" + since + filter, null).getJsonArray("items").size());
    }

    @Test
    void aTimeIsWhereItBegins() throws Exception {
        String time = Instant.now().minusSeconds(1).toString();
        announcer.tell(version(1));
        awaitItems("since=" + time + filter, "GB", 1);
        String abroad = time.replace("Z", "%2B00:00");
        assertEquals(
                1, page("since=" + abroad + filter, "GB").getJsonArray("items").size());
        assertEquals(
                0,
                page("since=" + Instant.now().plusSeconds(60) + filter, "GB")
                        .getJsonArray("items")
                        .size());
    }

    @Test
    void withoutAPlaceItSaysWhatToGive() {
        Reply refused = Caller.ask(gateway.port(), head("GET /v1/changes"));
        assertTrue(refused.isProblem(400, "malformed-request"), refused.toString());
        assertTrue(
                refused.body().contains("'start'") && refused.body().contains("\"parameter\":\"since\""),
                refused.body());
        for (String query : List.of(
                "since=x",
                "since=start&limit=0",
                "since=start&limit=x",
                "since=start&since=start",
                "since=start&q=x")) {
            Reply bad = Caller.ask(gateway.port(), head("GET /v1/changes?" + query));
            assertTrue(bad.isProblem(400, "malformed-request"), query + bad);
        }
    }

    @Test
    void itIsPrivateAndHasNoMoreThanItShows() throws Exception {
        Reply reply = Caller.ask(gateway.port(), head("GET /v1/changes?since=" + now()));
        assertEquals("no-store", reply.header("cache-control"));
        JsonObject page = new JsonObject(reply.body());
        assertEquals(List.of("items", "next"), List.copyOf(page.fieldNames()));
        assertFalse(page.getString("next").isEmpty());
    }

    private String now() throws Exception {
        try (Listener listener = Listener.open(gateway.port(), filter.replace('&', '?'), token("GB"))) {
            Awaitility.await().until(() -> !listener.lastId().isEmpty());
            return listener.lastId();
        }
    }

    private void awaitItems(String query, String party, int count) {
        Awaitility.await().until(() -> page(query, party).getJsonArray("items").size() == count);
    }

    private JsonObject page(String query, String party) {
        String[] headers = party == null ? new String[0] : new String[] {"Authorization: Bearer " + token(party)};
        Reply reply = Caller.ask(gateway.port(), head("GET /v1/changes?" + query, headers));
        assertEquals(200, reply.status(), reply.toString());
        return new JsonObject(reply.body());
    }

    private static String token(String party) {
        return Neighbours.issuer()
                .sign(Neighbours.issuer().claims("poller-" + party).claim("party", party));
    }

    private Announcement version(int sequence) {
        return Announcement.ofInitiative(initiative, sequence);
    }
}
