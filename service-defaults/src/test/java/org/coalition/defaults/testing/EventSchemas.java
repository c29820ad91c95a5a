package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The committed schemas of a module's events, against records. A consumer lets pass what it does not know; here a property that no
 * schema names is a fault, so that none is forgotten.
 */
public final class EventSchemas {
    /** Where a module keeps them, each noun in its {@link #FOLDER}. */
    static final Path SOURCES = Path.of("src/main/resources");

    static final String FOLDER = "events";

    private static final String ATTRIBUTE = "ce_";
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    /** By its file's name without the ending: {@code meeting.v1}, {@code meeting.convened.v1}. */
    private final Map<String, ObjectNode> sources = new TreeMap<>();

    private final Map<String, JsonSchema> compiled = new HashMap<>();
    private final JsonSchema attributes;

    EventSchemas(Path module) {
        for (Path file : files(module)) {
            String name = file.getFileName().toString();
            sources.put(name.substring(0, name.length() - SUFFIX.length()), closed(read(file)));
        }
        ObjectNode told = resource("/org/coalition/defaults/outbox/attributes.v1.json");
        told.withObjectProperty("properties")
                .setAll((ObjectNode) resource("/org/coalition/defaults/outbox/topic-attributes.v1.json")
                        .path("properties"));
        attributes = compile(closed(told));
    }

    /** Those of the module in whose folder this runs. */
    public static EventSchemas ofThisModule() {
        return new EventSchemas(Path.of(""));
    }

    /** The files of a module's schemas. */
    static List<Path> files(Path module) {
        Path sources = module.resolve(SOURCES);
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file ->
                            file.getParent().endsWith(FOLDER) && file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** What is wrong with a record, each fault with its place; nothing if it is as its type's schema says. */
    public List<String> faults(ConsumerRecord<String, String> message) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        for (Header header : message.headers()) {
            if (header.key().startsWith(ATTRIBUTE)) {
                said.put(
                        header.key().substring(ATTRIBUTE.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        try {
            JsonNode data =
                    message.value() == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(message.value());
            return faults(said, data);
        } catch (IOException e) {
            return List.of("The value is no JSON: " + e.getMessage());
        }
    }

    /** The same of an event's attributes and its data. */
    public List<String> faults(ObjectNode said, JsonNode data) {
        String type = said.path("type").asText();
        String name = type.replaceFirst("^org\\.coalition\\.", "");
        if (!sources.containsKey(name) || name.equals(type)) {
            return List.of("There is no schema of " + type);
        }
        return Stream.concat(
                        texts(attributes.validate(said)),
                        texts(compiled.computeIfAbsent(name, this::ofType).validate(data)))
                .map(fault -> type + " " + fault)
                .toList();
    }

    private static Stream<String> texts(Set<ValidationMessage> messages) {
        return messages.stream().map(ValidationMessage::toString);
    }

    /** The schema of a type with all that it refers to, so that it stands for itself. */
    private JsonSchema ofType(String name) {
        String noun = name.substring(0, name.indexOf('.')) + ".v1";
        ObjectNode resource = sources.get(noun).deepCopy();
        ObjectNode whole = (ObjectNode) refer(sources.get(name).deepCopy(), noun + SUFFIX);
        ObjectNode definitions = resource.withObjectProperty("$defs");
        resource.remove("$defs");
        whole.set("$defs", definitions.set(noun, resource));
        return compile(whole);
    }

    /** A reference to the resource's file becomes one to its copy in here. */
    private static JsonNode refer(JsonNode part, String file) {
        part.findParents("$ref").forEach(reference -> {
            String target = reference.path("$ref").asText();
            if (target.startsWith(file)) {
                String place = target.substring(file.length());
                String own = place.isEmpty() ? "#/$defs/" + file.substring(0, file.length() - SUFFIX.length()) : place;
                ((ObjectNode) reference).set("$ref", TextNode.valueOf(own));
            }
        });
        return part;
    }

    private JsonSchema compile(ObjectNode schema) {
        return factory.getSchema(
                schema,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static <T extends JsonNode> T closed(T schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.putIfAbsent("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
        }
        schema.forEach(EventSchemas::closed);
        return schema;
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode resource(String name) {
        try (InputStream in = EventSchemas.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
