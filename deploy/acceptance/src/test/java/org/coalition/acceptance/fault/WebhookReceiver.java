package org.coalition.acceptance.fault;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner's endpoint: agrees to be told, holds each message against the reference verifier, and can die. */
final class WebhookReceiver implements AutoCloseable {
    private final Set<String> ids = new ConcurrentSkipListSet<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile Webhook verifier;
    private volatile HttpServer server;
    private int port;

    WebhookReceiver() {
        live();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/hooks";
    }

    void verifyWith(String secret) {
        try {
            verifier = new Webhook(secret);
        } catch (Exception e) {
            throw new IllegalStateException("No secret: " + secret, e);
        }
    }

    /** The {@code webhook-id} of all that has come and was taken. */
    Set<String> ids() {
        return new TreeSet<>(ids);
    }

    /** What was not signed as it should be. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    void live() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/hooks", this::receive);
        server.start();
    }

    /** Amid whatever it is doing. */
    void die() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.getResponseHeaders()
                        .set(
                                "WebHook-Allowed-Origin",
                                exchange.getRequestHeaders().getFirst("WebHook-Request-Origin"));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            try {
                verifier.verify(body, exchange.getRequestHeaders());
                ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            } catch (WebhookVerificationException e) {
                refused.add(e.getMessage() + ": " + body);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }
}
