package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What of the contract of the events a release promises. */
final class EventPromise {
    private static final Set<String> WORDS =
            Set.of("description", "summary", "title", "examples", "info", "tags", "operations");

    private EventPromise() {}

    /** What of a contract a release promises: all but the words. */
    static JsonNode of(JsonNode contract) {
        if (contract instanceof ObjectNode object) {
            ObjectNode promised = object.objectNode();
            object.properties().stream()
                    .filter(part -> !WORDS.contains(part.getKey()) || isSchema(part.getValue()))
                    .forEach(part -> promised.set(part.getKey(), of(part.getValue())));
            return promised;
        }
        if (contract instanceof ArrayNode array) {
            ArrayNode promised = array.arrayNode();
            array.forEach(item -> promised.add(of(item)));
            return promised;
        }
        return contract;
    }

    /** A property may be called like a word. */
    private static boolean isSchema(JsonNode part) {
        return part.has("type") || part.has("$ref") || part.has("allOf");
    }
}
