package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * Examples that a schema allows: what is required of an object, and beside it what has a value by its name. The values are illustrative and
 * of the London story.
 */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> OF_FORMAT = Map.of(
            "uuid", "01a2129b-2a6b-797f-93ff-4e4e9580ed7e",
            "date-time", "2026-01-12T10:00:00Z",
            "date-time-local", "2026-01-12T10:00:00",
            "date", "2026-01-12",
            "duration", "P3M",
            "uri-reference", "/v1/meetings/01a2129b-2a6b-797f-93ff-4e4e9580ed7e");

    private final ObjectNode values;

    Samples(ObjectNode values) {
        this.values = values;
    }

    /**
     * One that fits.
     *
     * @param type of the event that it is for; a state is chosen that its last word names
     */
    JsonNode of(String type, JsonNode schema, ObjectNode schemas) {
        return new Making(type, schemas).of("", schema);
    }

    /** What headers are to hold in any case. */
    ObjectNode identify(JsonNode headers) {
        ObjectNode held = NODES.objectNode();
        headers.properties()
                .forEach(header -> held.set(header.getKey(), header.getValue().path("const")));
        return held;
    }

    private final class Making {
        private final String verb;
        private final ObjectNode schemas;

        private Making(String type, ObjectNode schemas) {
            String[] parts = type.split("\\.", -1);
            this.verb =
                    (parts.length > 3 ? parts[3] : "").toUpperCase(Locale.ROOT).replace('-', '_');
            this.schemas = schemas;
        }

        private JsonNode of(String name, JsonNode schema) {
            if (schema.has("$ref")) {
                return of(name, resolved(schema));
            }
            if (schema.has("allOf")) {
                return of(name, schema.path("allOf").path(0));
            }
            if (schema.has("const")) {
                return schema.path("const");
            }
            if (schema.has("enum")) {
                return chosen(name, schema.path("enum"));
            }
            JsonNode type = schema.path("type");
            String kind = type.isArray() ? type.path(0).asText() : type.asText();
            if (kind.equals("object")) {
                return object(schema);
            }
            if (fits(name, kind)) {
                return values.path(name);
            }
            if (kind.equals("array")) {
                JsonNode known = resolved(schema.path("items")).path("enum");
                return NODES.arrayNode()
                        .add(known.isEmpty() ? of(name, schema.path("items")) : known.path(known.size() - 1));
            }
            if (kind.equals("null")) {
                return NODES.nullNode();
            }
            return simple(kind, schema);
        }

        private JsonNode resolved(JsonNode schema) {
            String reference = schema.path("$ref").asText();
            return reference.isEmpty() ? schema : schemas.path(reference.replaceAll(".*/", ""));
        }

        private boolean fits(String name, String kind) {
            JsonNode value = values.path(name);
            return switch (kind) {
                case "string" -> value.isTextual();
                case "integer" -> value.isIntegralNumber();
                case "number" -> value.isNumber();
                default -> value.isArray();
            };
        }

        private JsonNode chosen(String name, JsonNode known) {
            JsonNode wanted = values.path(name);
            JsonNode chosen = known.path(0);
            for (JsonNode one : known) {
                if (one.asText().equals(verb)) {
                    return one;
                }
                chosen = one.equals(wanted) ? one : chosen;
            }
            return chosen;
        }

        private ObjectNode object(JsonNode schema) {
            ObjectNode object = NODES.objectNode();
            schema.path("properties").properties().forEach(property -> {
                boolean required = false;
                for (JsonNode name : schema.path("required")) {
                    required |= name.asText().equals(property.getKey());
                }
                if (required || values.has(property.getKey())) {
                    object.set(property.getKey(), of(property.getKey(), property.getValue()));
                }
            });
            return object;
        }

        private JsonNode simple(String kind, JsonNode schema) {
            String ofFormat = OF_FORMAT.get(schema.path("format").asText());
            if (ofFormat == null && schema.has("examples")) {
                return schema.path("examples").path(0);
            }
            return switch (kind) {
                case "boolean" -> NODES.booleanNode(false);
                case "integer" -> NODES.numberNode(1);
                case "number" -> NODES.numberNode(1);
                default -> NODES.textNode(ofFormat == null ? "Illustrative" : ofFormat);
            };
        }
    }
}
