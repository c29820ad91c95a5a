package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says of each text, list and integer how large it can be, where the services leave it open. What a caller sends is bounded by the
 * gateway, whatever it is; what an answer shows was, as a rule, sent once under the same name.
 */
final class Bounds {
    /** What the gateway takes of a request: its target, its headers, its body. */
    private static final int TARGET = 8192;

    private static final int HEADERS = 16384;
    private static final int BODY = 1_048_576;
    /** An export may be longer than any request. */
    private static final int EXPORT = Integer.MAX_VALUE;

    private static final int PAGE = 200;
    /** No list that is not paged comes near it. */
    private static final int LIST = 100_000;
    /** Beyond it, programs that read numbers as JavaScript does no longer agree (RFC 8259, section 6). */
    private static final long EXACT = (1L << 53) - 1;

    private static final Map<String, Integer> OF_FORMAT =
            Map.of("uuid", 36, "date", 10, "date-time", 64, "date-time-local", 64, "duration", 64);
    private static final Set<String> SAMPLES = Set.of("example", "examples", "enum", "const", "default");

    private final JsonNode schemas;
    /** By the name of a property, the most that a request may have of it. */
    private final Map<String, Integer> sent = new HashMap<>();

    private Bounds(JsonNode schemas) {
        this.schemas = schemas;
    }

    static void set(ObjectNode contract) {
        Bounds bounds = new Bounds(contract.path("components").path("schemas"));
        Set<String> requests = new TreeSet<>();
        contract.path("paths").findValues("requestBody").forEach(body -> bounds.collect(body, requests));
        requests.forEach(name -> bounds.learn(bounds.schemas.path(name)));
        bounds.pages();
        bounds.walk(contract.path("paths"), "", BODY);
        bounds.walk(contract.path("webhooks"), "", BODY);
        bounds.walk(contract.path("components"), "", BODY);
    }

    /** The schemas to which this part leads, directly or not. */
    private void collect(JsonNode part, Set<String> found) {
        for (String reference : ContractMerge.references(part)) {
            String name = reference.substring(reference.indexOf('/') + 1);
            if (found.add(name)) {
                collect(schemas.path(name), found);
            }
        }
    }

    private void pages() {
        schemas.properties().stream()
                .filter(schema -> schema.getKey().matches("([A-Z][a-z]+)?Page[A-Z].*"))
                .forEach(
                        page -> ((ObjectNode) page.getValue().path("properties").path("items")).put("maxItems", PAGE));
    }

    private void learn(JsonNode request) {
        request.path("properties").properties().forEach(property -> {
            int most = Math.max(
                    property.getValue().path("maxLength").asInt(),
                    property.getValue().path("maxItems").asInt());
            if (most > 0) {
                sent.merge(property.getKey(), most, Math::max);
            }
        });
    }

    /**
     * @param name of the property or the like that this stands under
     * @param text the most of a text of which nothing else is known
     */
    private void walk(JsonNode node, String name, int text) {
        if (node instanceof ArrayNode array) {
            array.forEach(item -> walk(item, name, text));
        } else if (node instanceof ObjectNode object) {
            bound(object, name, text);
            object.properties().forEach(part -> {
                if (!SAMPLES.contains(part.getKey())) {
                    walk(
                            part.getValue(),
                            part.getKey().equals("items") ? name : part.getKey(),
                            within(object, part, text));
                }
            });
        }
    }

    private static int within(ObjectNode object, Map.Entry<String, JsonNode> part, int text) {
        return switch (part.getKey()) {
            case "headers" -> HEADERS;
            case "schema" -> object.has("in") ? (object.path("in").asText().equals("header") ? HEADERS : TARGET) : text;
            case "text/csv", "application/xml", "text/calendar" -> EXPORT;
            default -> text;
        };
    }

    private void bound(ObjectNode schema, String name, int text) {
        if (schema.has("$ref")) {
            return;
        }
        Set<String> types = types(schema.path("type"));
        if (types.contains("string") && !schema.has("maxLength") && !schema.has("enum") && !schema.has("const")) {
            schema.put("maxLength", length(schema, name, text));
        }
        if (types.contains("array") && !schema.has("maxItems")) {
            schema.put("maxItems", items(schema, name));
        }
        if (types.contains("integer")) {
            // All of them count something; where one does not, its schema says so.
            boolean small = schema.path("format").asText().equals("int32");
            if (!schema.has("minimum") && !schema.has("exclusiveMinimum")) {
                schema.put("minimum", 0);
            }
            if (!schema.has("maximum") && !schema.has("exclusiveMaximum")) {
                schema.put("maximum", small ? Integer.MAX_VALUE : EXACT);
            }
        }
    }

    private int length(ObjectNode schema, String name, int text) {
        Integer known = OF_FORMAT.get(schema.path("format").asText());
        if (known == null) {
            known = LongestMatch.of(schema.path("pattern").asText());
        }
        return known != null ? known : Math.min(text, sent.getOrDefault(name, text));
    }

    private int items(ObjectNode schema, String name) {
        JsonNode item = schema.path("items");
        JsonNode values = item.has("$ref")
                ? schemas.path(item.path("$ref").asText().replaceAll(".*/", "")).path("enum")
                : item.path("enum");
        if (!values.isEmpty()) {
            return values.size();
        }
        return sent.getOrDefault(name, LIST);
    }

    private static Set<String> types(JsonNode type) {
        Set<String> types = new TreeSet<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        }
        return types;
    }
}
