package org.coalition.defaults.readiness;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<HttpServerRequest> asked = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void notReadyUntilTheLastAnswer() {
        WarmUp warmUp = asking(LONG, "/a", "/b");
        assertFalse(isReady(warmUp));
        warmUp.ask("localhost", service(asked::add));
        answerNext("/a", 200);
        answerNext("/b", 404);
        await().until(() -> isReady(warmUp));
    }

    @Test
    void aFailureEndsIt() {
        WarmUp warmUp = asking(LONG, "/a", "/b");
        warmUp.ask("localhost", service(asked::add));
        answerNext("/a", 503);
        await().until(() -> isReady(warmUp));
        assertEquals(0, asked.size());
    }

    @Test
    void whatIsNotThereEndsIt() {
        WarmUp warmUp = asking(LONG, "/a");
        warmUp.ask("localhost", closed());
        await().until(() -> isReady(warmUp));
    }

    @Test
    void silenceIsWaitedForNoLongerThanItsPatience() {
        WarmUp warmUp = asking(Duration.ofMillis(200), "/a");
        warmUp.ask("localhost", service(asked::add));
        await().until(() -> isReady(warmUp));
    }

    @Test
    void aServerThatIsNeverHeardOfIsNotWaitedForEither() {
        WarmUp warmUp = asking(Duration.ofMillis(200), "/a");
        await().until(() -> isReady(warmUp));
    }

    @Test
    void withNothingToAskItIsReadyAtOnce() {
        WarmUp warmUp = asking(LONG);
        warmUp.ask("localhost", service(asked::add));
        assertTrue(isReady(warmUp));
    }

    @Test
    void withoutPatienceNothingIsAsked() {
        WarmUp warmUp = asking(Duration.ZERO, "/a");
        warmUp.ask("localhost", service(asked::add));
        assertTrue(isReady(warmUp));
        assertEquals(0, asked.size());
    }

    /** Not ready while it is asked; one at a time. */
    private void answerNext(String path, int status) {
        await().until(() -> !asked.isEmpty());
        HttpServerRequest request = asked.remove();
        assertEquals(path, request.path());
        assertEquals(0, asked.size());
        request.response().setStatusCode(status).end("{}");
    }

    private static boolean isReady(WarmUp warmUp) {
        return warmUp.call().getStatus() == Status.UP;
    }

    private int service(Handler<HttpServerRequest> handler) {
        return listening(handler).actualPort();
    }

    private int closed() {
        HttpServer server = listening(request -> {});
        int port = server.actualPort();
        server.close().toCompletionStage().toCompletableFuture().join();
        return port;
    }

    private HttpServer listening(Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private WarmUp asking(Duration patience, String... paths) {
        return new WarmUp(vertx, new WarmUpConfig() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Optional<List<String>> paths() {
                return Optional.of(List.of(paths));
            }

            @Override
            public Duration patience() {
                return patience;
            }
        });
    }
}
