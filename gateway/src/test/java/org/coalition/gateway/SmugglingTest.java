package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two servers in a row might cut apart in two ways. None of them may reach the service. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
class SmugglingTest {
    private static final String START = "POST /v1/meetings HTTP/1.1\r\nHost: gateway.test\r\n";
    private static final String SECOND = "GET /v1/meetings HTTP/1.1\r\nHost: gateway.test\r\n\r\n";

    @Inject
    Gateway gateway;

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of(
                        "both lengths", START + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "both lengths, other order",
                        START + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
                Arguments.of("two lengths", START + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"),
                Arguments.of("length list", START + "Content-Length: 4, 5\r\n\r\nabcd"),
                Arguments.of("signed length", START + "Content-Length: +4\r\n\r\nabcd"),
                Arguments.of("negative length", START + "Content-Length: -4\r\n\r\nabcd"),
                Arguments.of("no number", START + "Content-Length: 0x4\r\n\r\nabcd"),
                Arguments.of(
                        "two codings",
                        START + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"),
                Arguments.of("coding list", START + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("odd coding", START + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("coding with a tab", START + "Transfer-Encoding:\tchunked\u000b\r\n\r\n0\r\n\r\n"),
                Arguments.of("space before colon", START + "Content-Length : 4\r\n\r\nabcd"),
                Arguments.of(
                        "coding in HTTP/1.0",
                        "POST /v1/meetings HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("body on GET", "GET /v1/meetings HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd"),
                Arguments.of(
                        "chunks on GET",
                        "GET /v1/meetings HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("two hosts", "GET /v1/meetings HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
                Arguments.of("no host", "GET /v1/meetings HTTP/1.1\r\n\r\n"),
                Arguments.of("bare line feeds", "GET /v1/meetings HTTP/1.1\nHost: x\n\n"),
                Arguments.of("carriage return in a value", head("GET /v1/meetings", "X-A: b\rX-Party: GB")),
                Arguments.of("NUL in a value", head("GET /v1/meetings", "X-A: b\u0000c")),
                Arguments.of("no version", "GET /v1/meetings\r\nHost: x\r\n\r\n"),
                Arguments.of(
                        "two tokens", head("GET /v1/meetings", "Authorization: Bearer a", "Authorization: Bearer b")));
    }

    @BeforeEach
    void forget() {
        Neighbours.meetings().forget();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void whatCanBeReadInTwoWaysIsRefused(String name, String request) {
        Reply reply = Caller.ask(gateway.port(), request + SECOND);
        assertTrue(reply.isProblem(400, "malformed-request"), name + " got " + reply);
        assertTrue(
                Neighbours.meetings().calls().stream()
                        .allMatch(call -> call.method().equals("GET")),
                "the first request got through");
    }

    @ParameterizedTest
    @MethodSource("brokenChunks")
    void brokenChunksReachNobodyAsAWholeBody(String chunks) {
        String token = Neighbours.issuer().token("smuggler");
        try (Caller caller = new Caller(gateway.port())) {
            Reply reply = caller.send(START + "Authorization: Bearer " + token
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
                    .reply();
            assertTrue(reply.status() == 400 || reply.status() == 413 || reply.status() == 0, chunks + " got " + reply);
        }
    }

    static Stream<String> brokenChunks() {
        return Stream.of(
                "zz\r\nabc\r\n0\r\n\r\n",
                "fffffffffffffffff\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "3\nabc\n0\n\n",
                "3\r\nabcXX0\r\n\r\n");
    }

    @Test
    void anotherVersionOfHttpEndsTheConnection() {
        try (Caller caller = new Caller(gateway.port())) {
            // Answered by the HTTP library itself, which has no version in which to say more.
            assertEquals(
                    "HTTP/9.9 501 Not Implemented",
                    caller.send("GET /v1/meetings HTTP/9.9\r\nHost: x\r\n\r\n")
                            .reply()
                            .head()
                            .lines()
                            .findFirst()
                            .orElseThrow());
            assertTrue(caller.isClosed());
        }
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void anUpgradeIsNotOnOffer() {
        Reply clearText = Caller.ask(
                gateway.port(),
                head(
                        "GET /v1/meetings",
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAAP__"));
        assertEquals(200, clearText.status());
        Reply socket = Caller.ask(
                gateway.port(),
                head(
                        "GET /v1/meetings",
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        assertEquals(200, socket.status());
        Neighbours.meetings()
                .calls()
                .forEach(call -> assertEquals(null, call.headers().get("upgrade")));
    }
}
