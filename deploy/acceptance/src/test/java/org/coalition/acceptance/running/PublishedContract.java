package org.coalition.acceptance.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Witness;

/**
 * The contract as the gateway publishes it, held against every answer that a test gets: a status that it does not tell, a media
 * type, a missing or wrong or unknown property is a fault of ours, whatever the test is about.
 */
public final class PublishedContract implements Witness {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    /**
     * One operation of the contract.
     *
     * @param template with its parameters in braces
     * @param roles who may call it; contains {@code anonymous} if no token is needed
     */
    public record Operation(String method, String template, Set<String> roles, JsonNode definition, Pattern path) {
        /** Fills each parameter of the path with the same text. */
        public String filled(String text) {
            return template.replaceAll("\\{[^}]+}", text);
        }

        /** Whether its answer has no end. */
        public boolean isStream() {
            return definition.at("/responses/200/content").has("text/event-stream");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    PublishedContract(JsonNode document) {
        this.document = closed(document.deepCopy());
        this.document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(operation(entry.getKey(), path.getKey(), entry.getValue()))));
    }

    private static Operation operation(String method, String template, JsonNode definition) {
        Set<String> roles = new TreeSet<>();
        definition.path("x-roles").forEach(role -> roles.add(role.asText()));
        Pattern path = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
        return new Operation(method.toUpperCase(Locale.ROOT), template, roles, definition, path);
    }

    /** What no schema names is in no answer, either: so that a property that the contract forgot is found. */
    private static JsonNode closed(JsonNode document) {
        document.findParents("properties").forEach(schema -> {
            if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
                object.putIfAbsent("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
            }
        });
        return document;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The body that the contract shows for an operation, by its media type; empty if it takes none or shows none. */
    public Optional<Map.Entry<String, JsonNode>> example(Operation operation) {
        return operation
                .definition()
                .path("requestBody")
                .path("content")
                .propertyStream()
                .map(media -> Map.entry(
                        media.getKey(),
                        media.getValue().at("/examples/london/$ref").asText()))
                .filter(media -> !media.getValue().isEmpty())
                .map(media -> Map.entry(
                        media.getKey(),
                        document.at(media.getValue().substring(1)).path("value")))
                .findFirst();
    }

    @Override
    public void saw(String method, String target, Answer answer) {
        String path = target.replaceAll("\\?.*", "");
        operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.path().matcher(path).matches())
                // A literal goes before a parameter, as at the gateway: a brace is behind all that stands in a path.
                .min(Comparator.comparing(Operation::template))
                .ifPresent(operation -> check(operation, answer));
    }

    private void check(Operation operation, Answer answer) {
        JsonNode told = operation.definition().path("responses").path(String.valueOf(answer.status()));
        if (told.has("$ref")) {
            told = document.at(told.path("$ref").asText().substring(1));
        }
        if (told.isMissingNode()) {
            throw fault(operation, answer, "is a status that the contract does not tell");
        }
        JsonNode content = told.path("content");
        if (content.isMissingNode() != answer.text().isEmpty()) {
            throw fault(operation, answer, content.isMissingNode() ? "has a body" : "has no body");
        }
        if (content.isMissingNode()) {
            return;
        }
        String type = plain(answer.header("Content-Type"));
        JsonNode media = content.propertyStream()
                .filter(known -> plain(known.getKey()).equals(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> fault(operation, answer, "is " + type));
        if (type.endsWith("json")) {
            Set<ValidationMessage> faults = schemas.computeIfAbsent(
                            operation + " " + answer.status(), key -> schema(media.path("schema")))
                    .validate(answer.body());
            if (!faults.isEmpty()) {
                throw fault(
                        operation,
                        answer,
                        faults.stream().map(ValidationMessage::toString).collect(Collectors.joining("; ")));
            }
        }
    }

    /** A media type without its parameters. */
    private static String plain(String type) {
        return type.replaceAll("\\s*;.*", "");
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components").deepCopy());
        return factory.getSchema(
                whole,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static AssertionError fault(Operation operation, Answer answer, String what) {
        return new AssertionError("%s answered what the contract does not say: %d %s: %s"
                .formatted(operation, answer.status(), what, answer.text()));
    }
}
