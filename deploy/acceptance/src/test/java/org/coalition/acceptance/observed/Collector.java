package org.coalition.acceptance.observed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coalition.local.process.Await;

/** Takes spans as an OpenTelemetry collector does (OTLP over HTTP); what it is asked for it finds in the bytes. */
final class Collector implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> exports = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int port;

    Collector() {
        comeBack();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void comeBack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    void goAway() {
        server.stop(0);
    }

    /** Whether the service has sent a span with these ids, each as it stands in a traceparent. */
    boolean awaitSpan(String service, String traceId, String spanId) {
        String trace = bytes(traceId);
        String span = bytes(spanId);
        return Await.until(PATIENCE, () -> exports.stream()
                .anyMatch(export -> export.contains(service) && export.contains(trace) && export.contains(span)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        goAway();
    }
}
