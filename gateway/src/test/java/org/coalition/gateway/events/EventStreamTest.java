package org.coalition.gateway.events;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coalition.gateway.Gateway;
import org.coalition.gateway.events.Listener.Frame;
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
class EventStreamTest {
    private static Announcer announcer;

    @Inject
    Gateway gateway;

    @Inject
    KafkaLog log;

    @Inject
    MeterRegistry meters;

    private final String meeting = UUID.randomUUID().toString();
    private final String ofMeeting = "?subject=/v1/meetings/" + meeting;

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
    void whatHappensIsToldAsItHappens() throws Exception {
        try (Listener listener = open(ofMeeting, "GB")) {
            assertEquals(200, listener.status());
            assertEquals("text/event-stream", listener.header("content-type"));
            assertEquals("no-store", listener.header("cache-control"));
            announcer.tell(version(1), version(2).restrictedTo("GB"));
            announcer.tell(version(3));
            List<Frame> told = listener.await(3);
            assertEquals(List.of(1, 2, 3), sequences(told));
            assertEquals("org.coalition.meeting.revised.v1", told.get(0).event());
            JsonNode event = new ObjectMapper().readTree(told.get(1).data());
            assertEquals(2, event.at("/data/after/version").asInt());
            assertEquals("RESTRICTED", event.path("dataclassification").asText());
            assertTrue(meters.get("coalition.events.subscribers").gauge().value() >= 1);
            assertTrue(meters.get("coalition.events.latency").timer().count() >= 3);
            assertEquals(1, meters.get("coalition.events.available").gauge().value());
        }
        Awaitility.await()
                .until(() -> meters.get("coalition.events.subscribers").gauge().value() == 0);
    }

    @Test
    void whoComesBackToAnyEventGetsTheRestOnce() throws Exception {
        List<Frame> told;
        String before;
        try (Listener listener = open(ofMeeting, "GB")) {
            Awaitility.await().until(() -> !listener.lastId().isEmpty());
            before = listener.lastId();
            for (int i = 1; i <= 12; i++) {
                announcer.tell(i % 2 == 0 ? version(i).restrictedTo("GB") : version(i));
            }
            told = listener.await(12);
        }
        for (int from = 0; from <= 12; from += 3) {
            String id = from == 0 ? before : told.get(from - 1).id();
            try (Listener again = open(ofMeeting + "&since=start", "GB", "Last-Event-ID", id);
                    Listener byQuery = open(ofMeeting + "&since=" + id, "GB")) {
                List<Integer> rest = IntStream.rangeClosed(from + 1, 12).boxed().toList();
                assertEquals(rest, sequences(again.await(12 - from)));
                assertEquals(rest, sequences(byQuery.await(12 - from)));
            }
        }
    }

    @Test
    void eachIsToldWhatItMayKnow() throws Exception {
        try (Listener gb = open(ofMeeting, "GB");
                Listener fr = open(ofMeeting, "FR");
                Listener us = open(ofMeeting, "US");
                Listener nobody = open(ofMeeting, null)) {
            announcer.tell(version(1).restrictedTo("GB").before("-"));
            announcer.tell(version(2).with("ce_sequencestart", "true"));
            announcer.tell(version(3).open().before("COALITION"));
            announcer.tell(
                    version(4).restrictedTo("FR,GB").before("PUBLIC"),
                    version(4).withheld());
            announcer.tell(version(5).restrictedTo("FR,GB"));
            announcer.tell(version(6).restrictedTo("GB,US").before("FR,GB"));
            announcer.tell(version(7).restricted());
            announcer.tell(version(8).open().with("ce_sequencestart", "true"));
            assertEquals("1s 2s 3 4 5 6 8s", summary(gb, 8));
            assertEquals("2s 3 4 5 6w 8s", summary(fr, 8));
            assertEquals("2s 3 4w 6s 8s", summary(us, 8));
            assertEquals("3s 4w 8s", summary(nobody, 8));
        }
    }

    @Test
    void aTokenWithoutAPartyIsNoParty() throws Exception {
        String token =
                Neighbours.issuer().sign(Neighbours.issuer().claims("nobody").claim("party", " "));
        try (Listener listener = Listener.open(gateway.port(), ofMeeting, token)) {
            announcer.tell(version(1), version(2).open());
            assertEquals("2", summary(listener, 2));
        }
    }

    @Test
    void filtersPickFromWhatOneMayKnow() throws Exception {
        String decision = "/v1/decisions/" + UUID.randomUUID();
        try (Listener byType = open(ofMeeting + "&type=org.coalition.decision.*", "GB");
                Listener byParty = open(ofMeeting + "&party=FR", "GB");
                Listener bySubject = open("?subject=" + decision, "GB")) {
            announcer.tell(
                    version(1),
                    version(2).by("FR"),
                    version(3).about(decision).type("org.coalition.decision.adopted.v1"),
                    version(9).open().by("FR").about(decision).type("org.coalition.decision.reviewed.v1"));
            assertEquals(List.of(3, 9), sequences(byType.await(2)));
            assertEquals(List.of(2, 9), sequences(byParty.await(2)));
            assertEquals(List.of(3, 9), sequences(bySubject.await(2)));
        }
    }

    @Test
    void heartbeatsMoveThePlaceOnAndTellNothingElse() throws Exception {
        try (Listener hidden = open(ofMeeting, "US")) {
            Awaitility.await().until(() -> !hidden.lastId().isEmpty());
            String first = hidden.lastId();
            announcer.tell(version(1).restrictedTo("GB"));
            Awaitility.await().until(() -> hidden.comments() >= 2);
            String later = hidden.lastId();
            assertEquals(first.length(), later.length());
            assertEquals(List.of(), hidden.frames());
            Awaitility.await().until(() -> hidden.comments() >= 3);
            // Also while nothing happens, so that a change means nothing.
            assertNotEquals(later, hidden.lastId());
            announcer.tell(version(2));
            assertEquals(1, hidden.await(1).size());
            try (Listener again = open(ofMeeting + "&since=" + later, "US")) {
                assertEquals(List.of(2), sequences(again.await(1)));
            }
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        // The grace that verification gives is no grace here.
        String token = Neighbours.issuer()
                .sign(Neighbours.issuer()
                        .claims("short")
                        .expiresAt(Instant.now().plusSeconds(2)));
        try (Listener listener = Listener.open(gateway.port(), "", token)) {
            assertEquals(200, listener.status());
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(listener::hasEnded);
        }
    }

    @Test
    void whoTakesNothingIsCutOffAndTheOthersAreNot() throws Exception {
        String token = Neighbours.issuer().token("slow");
        double before = closed("slow");
        String large = "{\"after\":{\"text\":\"" + "x".repeat(100_000) + "\"}}";
        try (Socket slow = new Socket();
                Listener other = open(ofMeeting, "GB")) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
            slow.getOutputStream()
                    .write(head("GET /v1/events" + ofMeeting, "Authorization: Bearer " + token)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begin = new byte[512];
            assertTrue(slow.getInputStream().read(begin) > 0);
            for (int i = 1; i <= 100; i++) {
                announcer.tell(version(i).data(large));
            }
            assertEquals(100, other.await(100).size());
            Awaitility.await().until(() -> closed("slow") > before);
            assertTrue(endsForGood(slow));
            announcer.tell(version(101));
            assertEquals(101, other.await(101).size());
        }
    }

    /** Reads what had come until then, and sees whether that was all. */
    private static boolean endsForGood(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        try {
            return socket.getInputStream().readAllBytes().length > 0;
        } catch (SocketTimeoutException goesOn) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void whoIsFarBehindIsToldFromTheTopics() throws Exception {
        String before;
        try (Listener listener = open(ofMeeting, "GB")) {
            Awaitility.await().until(() -> !listener.lastId().isEmpty());
            before = listener.lastId();
        }
        // More than the ring of the tests holds.
        for (int i = 0; i < 30; i++) {
            int from = 20 * i;
            announcer.tell(IntStream.rangeClosed(from + 1, from + 20)
                    .mapToObj(number -> number % 7 == 0 ? version(number).restrictedTo("GB") : version(number))
                    .toArray(Announcement[]::new));
        }
        try (Listener listener = open(ofMeeting + "&since=" + before, "GB")) {
            assertEquals(IntStream.rangeClosed(1, 600).boxed().toList(), sequences(listener.await(600)));
            announcer.tell(version(601));
            assertEquals(601, listener.await(601).size());
        }
    }

    @Test
    void aClientHasSoManyStreamsAndNoMore() throws Exception {
        String token = Neighbours.issuer().token("greedy");
        List<Listener> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(Listener.open(gateway.port(), "", token));
            }
            Reply refused = Caller.ask(gateway.port(), head("GET /v1/events", "Authorization: Bearer " + token));
            assertTrue(refused.isProblem(429, "rate-limited"), refused.toString());
            assertEquals("10", refused.header("retry-after"));
            open.remove(0).close();
            Awaitility.await().until(() -> {
                Listener next = Listener.open(gateway.port(), "", token);
                open.add(next);
                return next.status() == 200;
            });
        } finally {
            for (Listener listener : open) {
                listener.close();
            }
        }
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        for (String query : List.of(
                "?since=yesterday",
                "?type=x",
                "?limit=1",
                "?party=",
                "?subject=/v2/x",
                "?since=2026-13-01T00:00:00Z")) {
            Reply refused = Caller.ask(gateway.port(), head("GET /v1/events" + query));
            assertTrue(refused.isProblem(400, "malformed-request"), query + refused);
            String parameter = new JsonObject(refused.body())
                    .getJsonArray("errors")
                    .getJsonObject(0)
                    .getString("parameter");
            assertEquals(query.replaceAll("[?]|=.*", ""), parameter);
        }
        Reply foreign = Caller.ask(gateway.port(), head("GET /v1/events", "Last-Event-ID: 17"));
        assertTrue(
                foreign.isProblem(400, "malformed-request") && foreign.body().contains("last-event-id"),
                foreign.toString());
        Reply html = Caller.ask(gateway.port(), head("GET /v1/events", "Accept: text/html"));
        assertTrue(html.isProblem(406, "not-acceptable"), html.toString());
        Reply badToken = Caller.ask(gateway.port(), head("GET /v1/events", "Authorization: Bearer x.y.z"));
        assertEquals(401, badToken.status());
    }

    @Test
    void aHeadIsAllThatHeadGets() {
        try (Caller caller = new Caller(gateway.port())) {
            Reply reply = caller.send(head("HEAD /v1/events", "Accept: text/event-stream"))
                    .headOnly();
            assertEquals(200, reply.status());
            assertEquals("text/event-stream", reply.header("content-type"));
            assertEquals(200, caller.send(head("GET /v1/meetings")).reply().status());
        }
    }

    @Test
    void aStreamIsNotCompressedEvenForWhoAsksForIt() throws Exception {
        try (Listener listener = open(ofMeeting, "GB", "Accept-Encoding", "gzip")) {
            assertNull(listener.header("content-encoding"));
            announcer.tell(version(1));
            assertFalse(listener.await(1).isEmpty());
        }
    }

    private double closed(String cause) {
        return meters.get("coalition.events.closed")
                .tag("cause", cause)
                .counter()
                .count();
    }

    private Listener open(String query, String party, String... headers) throws Exception {
        String token = party == null
                ? null
                : Neighbours.issuer()
                        .sign(Neighbours.issuer().claims("listener-" + party).claim("party", party));
        return Listener.open(gateway.port(), query, token, headers);
    }

    private Announcement version(int sequence) {
        return Announcement.of(meeting, sequence);
    }

    static List<Integer> sequences(List<Frame> frames) {
        return frames.stream()
                .map(frame -> Integer.parseInt(new JsonObject(frame.data()).getString("sequence")))
                .toList();
    }

    /** The versions told up to the last one; with s where it begins anew, and w where it is withheld. */
    private static String summary(Listener listener, int last) {
        Awaitility.await().until(() -> sequences(listener.frames()).contains(last));
        List<String> told = new ArrayList<>();
        for (Frame frame : listener.frames()) {
            JsonObject event = new JsonObject(frame.data());
            boolean withheld = frame.event().endsWith(".withheld.v1");
            assertEquals(withheld, !event.containsKey("data"));
            told.add(event.getString("sequence")
                    + (withheld ? "w" : "")
                    + (event.containsKey("sequencestart") ? "s" : ""));
        }
        return String.join(" ", told);
    }
}
