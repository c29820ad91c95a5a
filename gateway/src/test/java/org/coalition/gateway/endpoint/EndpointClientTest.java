package org.coalition.gateway.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointClientTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-12T12:00:00Z"), ZoneOffset.UTC);
    private static final Buffer KILOBYTE = Buffer.buffer("x".repeat(1024));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<List<String>> zone = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerIsKeptInExcerptsWithoutWhatIsNotPrintable() throws Exception {
        EndpointAnswer answer = ask(request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "120")
                .end("busy\u0000\u001b[31m " + "y".repeat(1000)));
        assertEquals(503, answer.status());
        assertTrue(answer.isBusy());
        assertEquals(Duration.ofMinutes(2), answer.retryAfter());
        assertTrue(answer.excerpt().startsWith("busy [31m yyy"), answer.excerpt());
        assertTrue(answer.excerpt().length() <= 300);
    }

    @Test
    void aDateToComeBackAtCounts() throws Exception {
        EndpointAnswer answer = ask(request -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "Mon, 12 Jan 2026 12:01:30 GMT")
                .end());
        assertEquals(Duration.ofSeconds(90), answer.retryAfter());
        assertEquals(Duration.ofHours(24), RetryAfter.read("999999999", NOON.instant()));
        assertEquals(Duration.ZERO, RetryAfter.read("Mon, 12 Jan 2026 11:00:00 GMT", NOON.instant()));
        assertNull(RetryAfter.read("soon", NOON.instant()));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        EndpointAnswer answer = ask(request -> request.response()
                .setStatusCode(307)
                .putHeader(
                        "Location", "http://127.0.0.1:" + request.localAddress().port() + "/private")
                .end());
        assertEquals(307, answer.status());
        assertEquals(1, requests.get());
    }

    @Test
    void whoHangsIsGivenUp() throws Exception {
        EndpointAnswer answer = ask(request -> request.handler(part -> {}));
        assertEquals(Failure.TIMEOUT, answer.failure());
        assertTrue(
                answer.took().compareTo(Duration.ofSeconds(5)) < 0,
                answer.took().toString());
    }

    @Test
    void anEndlessAnswerIsCutAndItsStatusCounts() throws Exception {
        EndpointAnswer answer = ask(request -> {
            request.response().setChunked(true).setStatusCode(200);
            pour(request);
        });
        assertEquals(200, answer.status());
        assertEquals(300, answer.excerpt().length());
    }

    @Test
    void aDrippingAnswerIsGivenUpAndItsStatusCounts() throws Exception {
        EndpointAnswer answer = ask(request -> {
            request.response().setChunked(true).setStatusCode(202);
            vertx.setPeriodic(100, tick -> request.response().write("."));
        });
        assertEquals(202, answer.status());
        assertTrue(
                answer.took().compareTo(Duration.ofSeconds(5)) < 0,
                answer.took().toString());
    }

    @Test
    void aConnectionThatBreaksIsNoAnswer() throws Exception {
        EndpointAnswer answer = ask(request -> request.connection().close());
        assertEquals(Failure.CONNECTION, answer.failure());
    }

    /** The first look gives what is allowed, the second what is not: the connection goes where the first look led. */
    @Test
    void aNameIsLookedUpOnceForEachRequest() throws Exception {
        zone.add(List.of("127.0.0.1"));
        zone.add(List.of("10.0.0.1"));
        assertEquals(
                204,
                ask(
                                "http://localhost",
                                request -> request.response().setStatusCode(204).end())
                        .status());
        assertEquals(1, zone.size());
    }

    @Test
    void oneAddressThatIsNotPublicIsEnough() throws Exception {
        for (String inside : List.of("10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::a00:1")) {
            zone.add(List.of("93.184.216.34", inside));
            EndpointAnswer answer = client().ask(
                            EndpointUrl.of("https://hooks.example.org/", Patience.LOCAL),
                            HttpMethod.POST,
                            List.of(),
                            new byte[0])
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertEquals(Failure.ADDRESS, answer.failure(), inside);
        }
    }

    @Test
    void aNameThatLeadsNowhereIsSaidToDoSo() throws Exception {
        EndpointAnswer answer = client().ask(
                        EndpointUrl.of("https://hooks.example.org/", Patience.STRICT),
                        HttpMethod.POST,
                        List.of(),
                        new byte[0])
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertEquals(Failure.NAME, answer.failure());
    }

    private void pour(HttpServerRequest request) {
        while (!request.response().writeQueueFull()) {
            request.response().write(KILOBYTE);
        }
        request.response().drainHandler(drained -> pour(request));
    }

    private EndpointAnswer ask(Consumer<HttpServerRequest> endpoint) throws Exception {
        zone.add(List.of("127.0.0.1"));
        return ask("http://127.0.0.1", endpoint);
    }

    private EndpointAnswer ask(String base, Consumer<HttpServerRequest> endpoint) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    endpoint.accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        return client().ask(
                        EndpointUrl.of(base + ":" + server.actualPort() + "/", Patience.LOCAL),
                        HttpMethod.POST,
                        List.of(),
                        "{}".getBytes(StandardCharsets.UTF_8))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private EndpointClient client() {
        return new EndpointClient(vertx, new Guard(this::look), Patience.LOCAL, NOON);
    }

    private List<InetAddress> look(String name) throws UnknownHostException {
        List<String> found = zone.poll();
        if (found == null) {
            throw new UnknownHostException(name);
        }
        InetAddress[] addresses = new InetAddress[found.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(found.get(i));
        }
        return List.of(addresses);
    }
}
