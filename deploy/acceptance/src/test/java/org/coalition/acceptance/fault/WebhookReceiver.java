package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;

/** A partner's endpoint: agrees to be told, holds each message against the reference verifier, and can die. */
final class WebhookReceiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<String> ids = new ConcurrentSkipListSet<>();
    private final List<String> repeated = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile Webhook verifier;
    private volatile HttpServer server;
    private int port;

    private final Partner partner;
    private final String webhook;

    private WebhookReceiver(Partner partner) {
        this.partner = partner;
        live();
        Answer registered = partner.post("/v1/webhooks", Map.of("url", "http://127.0.0.1:" + port + "/hooks"));
        assertEquals(201, registered.status(), registered.text());
        try {
            verifier = new Webhook(registered.text("secret"));
        } catch (Exception e) {
            throw new IllegalStateException("No secret: " + registered.text(), e);
        }
        webhook = registered.header("Location");
    }

    /** That of this partner, which is told of all events from now on. */
    static WebhookReceiver registered(Partner partner) {
        WebhookReceiver receiver = new WebhookReceiver(partner);
        if (!Await.until(PATIENCE, () -> receiver.status().equals("ACTIVE"))) {
            receiver.close();
            throw new AssertionError("The webhook is " + receiver.status());
        }
        return receiver;
    }

    private String status() {
        return partner.get(webhook).text("status");
    }

    /** Nothing more is sent to it. */
    void unregister() {
        assertEquals(200, partner.act(webhook, "closing", null).status());
    }

    /** The {@code webhook-id} of all that has come and was taken. */
    Set<String> ids() {
        return new TreeSet<>(ids);
    }

    /** The {@code webhook-id} of what came again after it had been taken. */
    List<String> repeated() {
        return List.copyOf(repeated);
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
                String id = exchange.getRequestHeaders().getFirst("webhook-id");
                if (!ids.add(id)) {
                    repeated.add(id);
                }
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
