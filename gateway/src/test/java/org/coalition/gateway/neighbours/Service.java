package org.coalition.gateway.neighbours;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A service that behaves as the query parameter {@code mode} says, and remembers what it was asked. */
public final class Service {
    private static final Buffer KILOBYTE = Buffer.buffer("x".repeat(1024));

    /** The id of the meeting of which the snapshot tells. */
    public static final String SNAPSHOT = "0198f000-0000-7000-8000-00000000aaaa";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch probes = new CountDownLatch(2);
    private final AtomicLong bodyBytes = new AtomicLong();
    private final AtomicLong abandoned = new AtomicLong();

    /** One request that came through. */
    public record Call(String method, String uri, MultiMap headers) {}

    Service(int port) {
        vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(65536))
                .requestHandler(this::answer)
                .listen(port, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Until the gateway knows that somebody answers here: its second probe comes after the answer to the first. */
    void awaitKnown() {
        try {
            if (!probes.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No gateway asks whether this service is there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The requests since the last {@link #forget()}, without the gateway's health probes. */
    public List<Call> calls() {
        return calls;
    }

    public long bodyBytes() {
        return bodyBytes.get();
    }

    public void forget() {
        calls.clear();
        bodyBytes.set(0);
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (request.path().startsWith("/q/")) {
            probes.countDown();
            response.end("{}");
            return;
        }
        calls.add(new Call(
                request.method().name(),
                request.uri(),
                MultiMap.caseInsensitiveMultiMap().addAll(request.headers())));
        if (request.path().startsWith("/v1/snapshot/")) {
            snapshot(request);
            return;
        }
        String mode = request.getParam("mode", "echo");
        request.handler(part -> bodyBytes.addAndGet(part.length()));
        switch (mode) {
            case "echo" ->
                request.body().onSuccess(body -> response.putHeader("etag", "\"7\"")
                        .putHeader("server", "secret/1.0")
                        .putHeader("x-powered-by", "secret")
                        .putHeader("connection", "x-internal")
                        .putHeader("x-internal", "hop")
                        .putHeader("content-type", "application/json")
                        .end("{\"method\":\"" + request.method() + "\",\"bytes\":" + body.length() + "}"));
            case "long" ->
                response.putHeader("etag", "\"7\"")
                        .putHeader("content-type", "application/json")
                        .end("[" + "1234567890,".repeat(1000) + "0]");
            case "silent" -> request.handler(part -> {});
            case "reset" -> request.connection().close();
            case "reset-once" -> resetOnce(request);
            case "cut" -> {
                response.putHeader("content-length", "100000").write(KILOBYTE);
                vertx.setTimer(50, timer -> request.connection().close());
            }
            case "cut-chunked" -> {
                response.setChunked(true).write(KILOBYTE);
                vertx.setTimer(50, timer -> request.connection().close());
            }
            case "stall" -> response.setChunked(true).write(KILOBYTE);
            case "drip" -> drip(request);
            case "huge" -> huge(response.setChunked(true), 20 * 1024);
            case "bare" ->
                request.endHandler(
                        end -> response.setStatusCode(500).end("java.lang.NullPointerException at Foo.java"));
            case "bare404" ->
                response.setStatusCode(404)
                        .putHeader("content-type", "text/html")
                        .end("<html>no</html>");
            case "problem" ->
                response.setStatusCode(409)
                        .putHeader("content-type", "application/problem+json")
                        .end("{\"status\":409}");
            case "notmodified" ->
                response.setStatusCode(304).putHeader("etag", "\"7\"").end();
            case "none" -> response.setStatusCode(204).end();
            default -> response.setStatusCode(400).end();
        }
    }

    /** Two pages of what is there now, of one resource each. */
    private static void snapshot(HttpServerRequest request) {
        boolean first = request.getParam("cursor") == null;
        String next = first ? ",\"next\":\"second page\"" : "";
        request.response().putHeader("content-type", "application/json").end("""
                        {"items":[{"specversion":"1.0","id":"%1$s","source":"/meetings","type":"org.coalition.meeting.snapshot.v1",\
                        "subject":"/v1/meetings/%1$s","time":"2026-01-12T10:00:00Z","sequence":"%2$d","sequencestart":"true",\
                        "data":{"after":{"id":"%1$s"}}}]%3$s}""".formatted(
                        SNAPSHOT, first ? 7 : 8, next));
    }

    /** Never ends and never pauses: only a caller that goes away can end it. */
    private void drip(HttpServerRequest request) {
        request.response().setChunked(true);
        long timer = vertx.setPeriodic(50, tick -> request.response().write(KILOBYTE));
        request.connection().closeHandler(closed -> {
            vertx.cancelTimer(timer);
            abandoned.incrementAndGet();
        });
    }

    /** How many never-ending answers have been ended by the gateway. */
    public long abandoned() {
        return abandoned.get();
    }

    private void resetOnce(HttpServerRequest request) {
        if (calls.size() == 1) {
            request.connection().close();
        } else {
            request.response().end("second");
        }
    }

    private void huge(HttpServerResponse response, int kilobytes) {
        int left = kilobytes;
        while (left > 0 && !response.writeQueueFull()) {
            response.write(KILOBYTE);
            left--;
        }
        int rest = left;
        if (rest == 0) {
            response.end();
        } else {
            response.drainHandler(drained -> huge(response, rest));
        }
    }
}
