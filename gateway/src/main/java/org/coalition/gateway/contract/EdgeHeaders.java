package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The headers that the gateway puts on every answer, told once and named at each. */
final class EdgeHeaders {
    private static final List<Told> ALL = List.of(
            new Told(
                    "RateLimit",
                    "What is left of the caller's budget, and the seconds until it grows (draft-ietf-httpapi-ratelimit-headers).",
                    "\"client\";r=1199;t=1"),
            new Told("RateLimit-Policy", "The budget of each caller.", "\"client\";q=1200;w=2"),
            new Told(
                    "Access-Control-Allow-Origin",
                    "The asking origin, if the operator of this gateway has admitted it; absent otherwise.",
                    "https://portal.example.org"));

    private record Told(String name, String description, String example) {}

    private EdgeHeaders() {}

    /** Adds them to {@code components.headers} and to the answers among the components. */
    static void define(ObjectNode components) {
        ObjectNode headers = components.withObjectProperty("headers");
        for (Told told : ALL) {
            headers.putObject(told.name())
                    .put("description", told.description())
                    .put("example", told.example())
                    .putObject("schema")
                    .put("type", "string");
        }
        components.path("responses").forEach(EdgeHeaders::add);
    }

    /** Adds them to the answers that an operation does not share with others. */
    static void add(JsonNode answer) {
        if (!answer.has("$ref")) {
            ObjectNode headers = ((ObjectNode) answer).withObjectProperty("headers");
            ALL.forEach(told ->
                    headers.putObject(told.name()).put("$ref", ComponentMerge.PREFIX + "headers/" + told.name()));
        }
    }
}
