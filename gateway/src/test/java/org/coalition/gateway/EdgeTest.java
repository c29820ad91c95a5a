package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
class EdgeTest {
    private static final String ID = "0190a6d2-0000-7000-8000-000000000001";

    @Inject
    Gateway gateway;

    @BeforeEach
    void forget() {
        Neighbours.meetings().forget();
    }

    @Test
    void aPlainReadGoesThrough() {
        Reply reply = ask(head("GET /v1/meetings/" + ID + "?fields=title&q=a%20b"));
        assertEquals(200, reply.status());
        assertEquals(
                "/v1/meetings/" + ID + "?fields=title&q=a%20b",
                Neighbours.meetings().calls().get(0).uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/meetings",
                "/v1//meetings",
                "/v1/./meetings",
                "/v1/../v1/meetings",
                "/v1/meetings/..",
                "/v1/meetings/.",
                "/v1/meetings;a=b",
                "/v1;/meetings",
                "/v1/%6deetings",
                "/v1/meetings/%2e%2e",
                "/v1/meetings%2f",
                "/v1%2fmeetings",
                "/v1/meetings/%00",
                "/v1/meetings%253f",
                "/v1/meetings/%c0%ae%c0%ae/",
                "/v1/meetings\\..",
                "\\v1\\meetings",
                "/v1/meetings#x",
                "/v1/m\u00e9etings",
                "/v1/meetings/*",
                "http://gateway.test/v1/meetings",
                "https://evil.test/v1/meetings",
                "v1/meetings",
                "*",
                "/v1/meetings/|",
                "/v1/meetings/\"",
                "/v1/meetings?a=%zz",
                "/v1/meetings?a=%c0%ae",
                "/v1/meetings?a=%00",
                "/v1/meetings?a=%0d%0aSet-Cookie:x",
                "/v1/meetings?a=b;c=d",
                "/v1/meetings?=x",
                "/v1/meetings?a=<script>",
                "/v1/meetings?a=b&&c=d",
                "/v1/meetings?a%62=c",
                "/v1/meetings?a=%ed%a0%80"
            })
    void aTargetThatIsNotCanonicalIsRefused(String target) {
        Reply reply = ask(head("GET " + target));
        assertTrue(reply.isProblem(400, "malformed-request"), target + " got " + reply);
        assertTrue(Neighbours.meetings().calls().isEmpty(), target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings/",
                "/V1/meetings",
                "/v1",
                "/v2/meetings",
                "/v1/meetings/x/y",
                "/q/metrics",
                "/q/health",
                "/q/openapi",
                "/q/dev-ui",
                "/q/info",
                "/q/arc",
                "/q",
                "/docs/../q/metrics/x",
                "/metrics",
                "/admin",
                "/docs/index.css"
            })
    void whatTheContractDoesNotHaveIsNotThere(String target) {
        Reply reply = ask(head("GET " + target));
        assertTrue(reply.status() == 404 || target.contains(".."), target + " got " + reply);
        assertTrue(reply.header("content-type").equals("application/problem+json"));
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aMethodThatTheResourceLacksIsRefusedWithTheTrueOnes() {
        Reply reply = ask(head("DELETE /v1/meetings/" + ID));
        assertTrue(reply.isProblem(405, "method-not-allowed"), reply.toString());
        assertEquals("GET, HEAD, OPTIONS, PATCH", reply.header("allow"));
        for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "get", "DEBUG")) {
            assertEquals(405, ask(head(method + " /v1/meetings")).status(), method);
        }
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void optionsTellsTheTrueMethods() {
        Reply reply = ask(head("OPTIONS /v1/meetings"));
        assertEquals(204, reply.status());
        assertEquals("GET, HEAD, OPTIONS, POST", reply.header("allow"));
        assertNull(reply.header("access-control-allow-origin"));
    }

    @Test
    void aBrowserApplicationIsLetInByItsExactOriginOnly() {
        Reply ours = ask(head(
                "OPTIONS /v1/meetings", "Origin: https://app.partner.example", "Access-Control-Request-Method: POST"));
        assertEquals("https://app.partner.example", ours.header("access-control-allow-origin"));
        assertEquals("GET, HEAD, OPTIONS, POST", ours.header("access-control-allow-methods"));
        for (String origin : List.of("null", "https://evil.test", "https://app.partner.example.evil.test", "*")) {
            Reply reply = ask(head("GET /v1/meetings", "Origin: " + origin));
            assertNull(reply.header("access-control-allow-origin"), origin);
            assertEquals("origin", reply.header("vary").toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void everyAnswerCarriesTheHouseRules() {
        for (String line : List.of(
                "GET /v1/meetings", "GET /nowhere", "GET /%", "GET /docs", "HEAD /openapi", "PUT /v1/meetings")) {
            Reply reply = ask(head(line));
            assertEquals("nosniff", reply.header("x-content-type-options"), line);
            assertTrue(reply.header("content-security-policy").startsWith("default-src 'none'"), line);
            assertEquals("no-referrer", reply.header("referrer-policy"), line);
            assertTrue(reply.header("ratelimit").matches("\"client\";r=\\d+;t=\\d+"), line);
            assertEquals("\"client\";q=400;w=2", reply.header("ratelimit-policy"), line);
            assertTrue(reply.header("traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"), line);
            assertNull(reply.header("server"), line);
            assertNull(reply.header("x-powered-by"), line);
        }
    }

    @Test
    void aValidTraceIsContinuedAndAnotherIsReplaced() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Reply reply =
                ask(head("GET /v1/meetings", "traceparent: 00-" + trace + "-00f067aa0ba902b7-01", "tracestate: a=b"));
        assertEquals(trace, reply.header("traceparent").substring(3, 35));
        Neighbours.meetings().calls().forEach(call -> {
            assertEquals(reply.header("traceparent"), call.headers().get("traceparent"));
            assertEquals("a=b", call.headers().get("tracestate"));
        });
        Neighbours.meetings().forget();
        Reply replaced = ask(head(
                "GET /v1/meetings", "traceparent: 00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "tracestate: a=b"));
        assertNotEquals("0".repeat(32), replaced.header("traceparent").substring(3, 35));
        assertNull(Neighbours.meetings().calls().get(0).headers().get("tracestate"));
    }

    @Test
    void forwardingHeadersOfTheCallersOwnMakingAreReplaced() {
        ask(head(
                "GET /v1/meetings",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Prefix: /x",
                "Forwarded: for=6.6.6.6",
                "X-User-Id: admin",
                "X-Original-URL: /admin",
                "X-Rewrite-URL: /admin",
                "X-HTTP-Method-Override: DELETE",
                "X-Real-IP: 6.6.6.6",
                "Cookie: a=b",
                "Proxy-Authorization: x",
                "TE: trailers",
                "Connection: If-Match, Accept-Language",
                "If-Match: \"1\"",
                "Accept-Language: de",
                "X-Sample: kept"));
        var headers = Neighbours.meetings().calls().get(0).headers();
        assertEquals("127.0.0.1", headers.get("x-forwarded-for"));
        assertEquals("http", headers.get("x-forwarded-proto"));
        assertEquals("gateway.test", headers.get("x-forwarded-host"));
        assertEquals("kept", headers.get("x-sample"));
        for (String gone : List.of(
                "x-forwarded-prefix",
                "forwarded",
                "x-user-id",
                "x-original-url",
                "x-rewrite-url",
                "x-http-method-override",
                "x-real-ip",
                "cookie",
                "proxy-authorization",
                "te",
                "if-match",
                "accept-language")) {
            assertFalse(headers.contains(gone), gone);
        }
    }

    @Test
    void sizesHaveLimits() {
        assertTrue(ask(head("GET /v1/meetings?q=" + "x".repeat(9000))).isProblem(414, "uri-too-long"));
        assertTrue(
                ask(head("GET /v1/meetings", "X-Long: " + "x".repeat(100_000))).isProblem(431, "headers-too-large"));
        assertTrue(ask(head("GET /v1/meetings?" + "a=1&".repeat(150) + "b=2")).isProblem(400, "malformed-request"));
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aTokenInTheQueryIsRefused() {
        assertTrue(ask(head("GET /v1/meetings?access_token=abc")).isProblem(400, "malformed-request"));
        assertTrue(ask(head("GET /v1/meetings?Access_Token=abc")).isProblem(400, "malformed-request"));
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aConnectionThatDripsIsClosed() {
        try (Caller caller = new Caller(gateway.port())) {
            caller.send("GET /v1/meetings HTTP/1.1\r\nHost: x\r\n");
            assertTrue(caller.isClosed());
        }
    }

    private Reply ask(String head) {
        return Caller.ask(gateway.port(), head);
    }
}
