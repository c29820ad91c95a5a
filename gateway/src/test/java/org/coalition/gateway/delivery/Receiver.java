package org.coalition.gateway.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Endpoints of partners on this machine, each at a path of its own, which do what a test wants. */
public final class Receiver {
    private static final Receiver ONLY = new Receiver();

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final int port;

    private Receiver() {
        try {
            port = vertx.createHttpServer()
                    .requestHandler(this::receive)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get()
                    .actualPort();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came, in the order of its arrival. */
    public record Message(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** One endpoint. */
    public final class Endpoint {
        private final String path;
        private final List<Message> messages = new CopyOnWriteArrayList<>();
        private final List<Message> handshakes = new CopyOnWriteArrayList<>();
        private volatile String agreesWith = "*";
        private volatile BiConsumer<HttpServerRequest, Integer> answer =
                (request, count) -> request.response().setStatusCode(204).end();

        Endpoint(String path) {
            this.path = path;
        }

        public String url() {
            return "http://127.0.0.1:" + port + path;
        }

        public List<Message> messages() {
            return messages;
        }

        public List<Message> handshakes() {
            return handshakes;
        }

        /** Answers so, told how many messages have come. */
        @CanIgnoreReturnValue
        public Endpoint answering(BiConsumer<HttpServerRequest, Integer> other) {
            answer = other;
            return this;
        }

        @CanIgnoreReturnValue
        public Endpoint answering(int status) {
            return answering(
                    (request, count) -> request.response().setStatusCode(status).end());
        }

        /** Agrees to events of this origin; null to those of nobody. */
        @CanIgnoreReturnValue
        public Endpoint agreeingWith(String origin) {
            agreesWith = origin;
            return this;
        }
    }

    public static Endpoint endpoint(String name) {
        return ONLY.endpoints.computeIfAbsent("/" + name, path -> ONLY.new Endpoint(path));
    }

    private void receive(HttpServerRequest request) {
        Endpoint endpoint = endpoints.get(request.path());
        if (endpoint == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.body().onSuccess(body -> {
            Message message = message(request, body);
            if (request.method() == HttpMethod.OPTIONS) {
                endpoint.handshakes.add(message);
                if (endpoint.agreesWith != null) {
                    request.response().putHeader("WebHook-Allowed-Origin", endpoint.agreesWith);
                }
                request.response().end();
            } else {
                endpoint.messages.add(message);
                endpoint.answer.accept(request, endpoint.messages.size());
            }
        });
    }

    private static Message message(HttpServerRequest request, Buffer body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach(header -> headers.computeIfAbsent(
                        header.getKey().toLowerCase(java.util.Locale.ROOT), name -> new ArrayList<>())
                .add(header.getValue()));
        return new Message(headers, body.toString());
    }
}
