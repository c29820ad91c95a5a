package org.coalition.gateway.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;
import org.coalition.gateway.route.NothingTold;
import org.coalition.gateway.route.Told;

/**
 * Asks several services in the caller's name and makes one answer of what they tell, or hands on why one of them refused.
 * There is no half answer: who asks for the whole must not take a part for it.
 */
final class Inquiry {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final List<CharSequence> KEPT_OF_REFUSALS = List.of(HttpHeaders.RETRY_AFTER, "www-authenticate");

    private final Exchange exchange;
    private final Map<String, Future<Told>> asked = new TreeMap<>();
    private boolean oneMayNotKnow;

    Inquiry(Exchange exchange, Desk desk, Map<String, String> questions) {
        this.exchange = exchange;
        questions.forEach((service, uri) -> asked.put(service, desk.ask(exchange, service, uri)));
    }

    /** What one service does not know another may: its 404 counts only if nobody knows. */
    void whereOneMayNotKnow() {
        oneMayNotKnow = true;
    }

    /** Answers with what is made of the documents of the services. */
    void answer(Function<Map<String, JsonNode>, ObjectNode> composed) {
        Future.join(List.copyOf(asked.values())).onComplete(all -> {
            if (exchange.request().response().closed()) {
                return;
            }
            if (all.failed()) {
                refuse(all.cause());
            } else {
                compose(composed);
            }
        });
    }

    private void compose(Function<Map<String, JsonNode>, ObjectNode> composed) {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (Map.Entry<String, Future<Told>> service : asked.entrySet()) {
            Told told = service.getValue().result();
            if (told.status() == 200) {
                documents.put(service.getKey(), tree(told.body()));
            } else if (!oneMayNotKnow || told.status() != 404 || !somebodyKnows()) {
                handOn(told);
                return;
            }
        }
        exchange.request().response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        exchange.answer(200, "application/json", write(composed.apply(documents)));
    }

    private boolean somebodyKnows() {
        return asked.values().stream().anyMatch(told -> told.result().status() == 200);
    }

    private void refuse(Throwable cause) {
        if (cause instanceof NothingTold untold) {
            exchange.refuse(untold.type(), untold.getMessage());
        } else {
            exchange.refuse(ProblemType.BAD_GATEWAY, ProblemType.BAD_GATEWAY.advice());
        }
    }

    private void handOn(Told told) {
        KEPT_OF_REFUSALS.forEach(name -> {
            if (told.headers().contains(name)) {
                exchange.request().response().headers().set(name, told.headers().get(name));
            }
        });
        String type = told.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(Problem.MEDIA_TYPE) && tree(told.body()) instanceof ObjectNode problem) {
            problem.put("instance", exchange.target().path());
            exchange.request().response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
            exchange.answer(told.status(), Problem.MEDIA_TYPE, write(problem));
        } else {
            ProblemType plain = told.status() < 400 ? ProblemType.BAD_GATEWAY : ProblemType.ofStatus(told.status());
            exchange.refuse(plain, plain.advice());
        }
    }

    static void refuseCursor(Exchange exchange) {
        exchange.refuse(
                ProblemType.MALFORMED_REQUEST,
                "The request cannot be understood; see errors.",
                List.of(Fault.in(
                        Query.CURSOR, "foreign-cursor", "The cursor is not one that this collection gave out.")));
    }

    private static JsonNode tree(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("A service tells JSON", e);
        }
    }

    private static Buffer write(ObjectNode document) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
