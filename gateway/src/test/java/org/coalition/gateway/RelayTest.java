package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class RelayTest {
    private static final int LIMIT = 1024 * 1024;
    private static final long LARGE_UPLOADS = 16;
    private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(2);
    private static final int MORE_THAN_THE_CONNECTIONS = 200;

    @Inject
    Gateway gateway;

    @BeforeEach
    void forget() {
        Neighbours.meetings().forget();
    }

    @Test
    void theAnswerComesAsItIsWithoutWhatIsForOneHopOnly() {
        Reply reply = get("echo");
        assertEquals("\"7\"", reply.header("etag"));
        assertEquals("{\"method\":\"GET\",\"bytes\":0}", reply.body());
        assertNull(reply.header("server"));
        assertNull(reply.header("x-internal"));
        assertNull(reply.header("connection"));
    }

    @Test
    void headIsLikeGetWithoutABody() {
        try (Caller caller = new Caller(gateway.port())) {
            Reply reply = caller.send(head("HEAD /v1/meetings")).headOnly();
            assertEquals(200, reply.status());
            assertEquals("\"7\"", reply.header("etag"));
            // The connection is in step: the next answer is the next answer.
            assertEquals(200, caller.send(head("GET /v1/meetings")).reply().status());
        }
    }

    @Test
    void manyRequestsShareAConnection() {
        try (Caller caller = new Caller(gateway.port())) {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, caller.send(head("GET /v1/meetings")).reply().status());
            }
            caller.send(head("GET /v1/meetings?mode=none")
                    + head("GET /v1/meetings?mode=notmodified")
                    + head("GET /v1/meetings"));
            assertEquals(
                    List.of(204, 304, 200),
                    List.of(
                            caller.reply().status(),
                            caller.reply().status(),
                            caller.reply().status()));
        }
    }

    @Test
    void aBodyStreamsThrough() {
        Reply reply = post("echo", "Content-Length: 1000000", "x".repeat(1_000_000));
        assertEquals("{\"method\":\"POST\",\"bytes\":1000000}", reply.body());
        Reply chunked = post("echo", "Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n");
        assertEquals("{\"method\":\"POST\",\"bytes\":5}", chunked.body());
    }

    @Test
    void aCallerThatWaitsForLeaveGetsIt() {
        try (Caller caller = new Caller(gateway.port())) {
            caller.send(head("POST /v1/meetings", bearer(), "Content-Length: 5", "Expect: 100-continue"));
            assertEquals(100, caller.reply().status());
            assertEquals(
                    "{\"method\":\"POST\",\"bytes\":5}",
                    caller.send("hello").reply().body());
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherAnnouncedOrNot() {
        long begin = System.nanoTime();
        assertTrue(
                post("echo", "Content-Length: 10485760", "x".repeat(10 * LIMIT)).isProblem(413, "payload-too-large"));
        assertTrue(Neighbours.meetings().calls().isEmpty());
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertTrue(post("echo", "Transfer-Encoding: chunked", chunk.repeat(160)).isProblem(413, "payload-too-large"));
        assertTrue(Neighbours.meetings().bodyBytes() <= LIMIT);
        assertTrue(System.nanoTime() - begin < 4_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip", "identity, gzip"})
    void aCompressedBodyIsRefused(String coding) {
        Reply reply = post("echo", "Content-Encoding: " + coding + "\r\nContent-Length: 5", "hello");
        assertTrue(reply.isProblem(415, "unsupported-media-type"), reply.toString());
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        assertTrue(get("silent").isProblem(504, "gateway-timeout"));
        assertTrue(post("silent", "Content-Length: 5", "hello").isProblem(504, "gateway-timeout"));
        assertEquals(2, Neighbours.meetings().calls().size());
    }

    @Test
    void aReadIsTriedOnceMoreWhenTheConnectionBreaks() {
        assertEquals("second", get("reset-once").body());
        assertEquals(2, Neighbours.meetings().calls().size());
    }

    @Test
    void aWriteIsNeverTriedTwice() {
        assertTrue(post("reset-once", "Content-Length: 5", "hello").isProblem(502, "bad-gateway"));
        assertEquals(1, Neighbours.meetings().calls().size());
        Neighbours.meetings().forget();
        assertTrue(get("reset").isProblem(502, "bad-gateway"));
        assertEquals(2, Neighbours.meetings().calls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "cut-chunked", "stall"})
    void halfAnAnswerDoesNotLookLikeAWholeOne(String mode) {
        Reply reply = get(mode);
        assertEquals(200, reply.status());
        assertFalse(reply.complete(), mode);
    }

    @Test
    void aCallerThatGoesAwayEndsTheWorkForIt() {
        long before = Neighbours.meetings().abandoned();
        try (Caller caller = new Caller(gateway.port())) {
            caller.send(head("GET /v1/meetings?mode=drip")).headOnly();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Neighbours.meetings().abandoned() == before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/meetings?mode=huge", "/docs/swagger-ui-bundle.js"})
    void aCallerThatDoesNotReadIsCutOff(String target) throws IOException {
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(2048);
            deaf.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
            OutputStream out = deaf.getOutputStream();
            // Enough to fill what the kernel takes on behalf of the two.
            out.write(head("GET " + target).repeat(10).getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> isBroken(out));
        }
    }

    private static boolean isBroken(OutputStream out) {
        try {
            out.write('\r');
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    @Test
    void aLargeAnswerStreamsThrough() {
        Reply reply = get("huge");
        assertTrue(reply.complete());
        assertEquals(20 * LIMIT, reply.body().getBytes(StandardCharsets.US_ASCII).length);
    }

    @Test
    void anErrorWithoutAProblemDocumentGetsOne() {
        Reply failed = get("bare");
        assertTrue(failed.isProblem(500, "internal-error"), failed.toString());
        assertFalse(failed.body().contains("NullPointerException"));
        assertTrue(get("bare404").isProblem(404, "not-found"));
        assertEquals("{\"status\":409}", get("problem").body());
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() {
        Reply reply = post("echo", "Content-Length: 100", "just a few bytes");
        assertTrue(reply.isProblem(400, "malformed-request"), reply.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void bodiesThatDripHoldUpNobodyElse(int beginning) {
        List<Caller> slow = new ArrayList<>();
        long begun = System.nanoTime();
        try {
            for (int i = 0; i < MORE_THAN_THE_CONNECTIONS; i++) {
                String head = head("POST /v1/meetings?mode=echo", bearer(), "Content-Length: 30000");
                slow.add(new Caller(gateway.port()).send(head + "x".repeat(beginning)));
            }
            assertEquals(200, get("echo").status());
            assertEquals(200, post("echo", "Content-Length: 5", "hello").status());
            long occupied = Neighbours.meetings().calls().stream()
                    .filter(call -> "30000".equals(call.headers().get("content-length")))
                    .count();
            // On a slow machine the first are given up before the last have come, and leave their places to others.
            long turns = 1 + (System.nanoTime() - begun) / CLIENT_PATIENCE.toNanos();
            assertTrue(
                    occupied <= turns * LARGE_UPLOADS * Runtime.getRuntime().availableProcessors(),
                    "occupied " + occupied + " in " + turns + " turns");
        } finally {
            slow.forEach(Caller::close);
        }
    }

    @Test
    void aServiceThatIsNotThereIsSaidSo() {
        Reply reply = Caller.ask(gateway.port(), head("GET /v1/initiatives"));
        assertTrue(reply.isProblem(503, "unavailable"), reply.toString());
        assertEquals("2", reply.header("retry-after"));
    }

    @Test
    void theOthersDoNotNoticeThatOneIsMissing() {
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    503, Caller.ask(gateway.port(), head("GET /v1/initiatives")).status());
            assertEquals(200, get("echo").status());
        }
    }

    private Reply get(String mode) {
        return Caller.ask(gateway.port(), head("GET /v1/meetings?mode=" + mode));
    }

    private Reply post(String mode, String framing, String body) {
        return Caller.ask(gateway.port(), head("POST /v1/meetings?mode=" + mode, bearer(), framing) + body);
    }

    private static String bearer() {
        return "Authorization: Bearer " + Neighbours.issuer().token("relay-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit", "/v1/audit?limit=3", "/v1/audit/verify"})
    void aWholeIsNeverAnsweredByAPart(String path) {
        Reply reply = Caller.ask(gateway.port(), head("GET " + path));
        assertTrue(reply.isProblem(503, "unavailable"), reply.toString());
        assertTrue(reply.body().contains("initiatives cannot be reached"), reply.body());
        assertEquals("2", reply.header("retry-after"));
        Reply write = Caller.ask(gateway.port(), head("DELETE " + path));
        assertEquals("GET, HEAD, OPTIONS", write.header("allow"));
    }

    @Test
    void aServiceThatIsSilentIsAskedOnceForAWhole() {
        for (int wholes = 1; wholes <= 2; wholes++) {
            assertEquals(
                    503,
                    Caller.ask(gateway.port(), head("GET /v1/audit?mode=silent"))
                            .status());
            // By the second answer, a question repeated behind the first would have come.
            assertEquals(wholes, Neighbours.meetings().calls().size());
        }
    }

    @Test
    void aCursorThatWeDidNotGiveOutIsRefusedBeforeAnyServiceIsAsked() {
        for (String path : List.of("/v1/audit", "/v1/audit/verify")) {
            Reply reply = Caller.ask(gateway.port(), head("GET " + path + "?cursor=forged"));
            assertTrue(reply.isProblem(400, "malformed-request"), reply.toString());
            assertTrue(reply.body().contains("foreign-cursor"), reply.body());
        }
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }
}
