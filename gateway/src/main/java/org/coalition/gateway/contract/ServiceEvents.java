package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The events of a service, from the JSON Schemas that it commits: {@code <noun>.v1} of each resource as events have it, and
 * {@code <noun>.<what happened>.v1} of the data of each event.
 */
final class ServiceEvents {
    private static final String SCHEMAS = ComponentMerge.PREFIX + "schemas/";
    private static final String ENVELOPE = "CloudEvent";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> files;

    /** @param files by the names of their files without the ending */
    ServiceEvents(Map<String, ObjectNode> files) {
        this.files = files;
    }

    /** One type of event. */
    record Type(String noun, String verb) {
        static Type of(String file) {
            String[] parts = file.split("\\.", -1);
            return new Type(parts[0], parts[1]);
        }

        String file() {
            return noun + '.' + verb + ".v1";
        }

        /** The CloudEvents type. */
        String name() {
            return "org.coalition." + file();
        }

        boolean isWithheld() {
            return verb.equals("withheld");
        }
    }

    List<Type> types() {
        return files.keySet().stream()
                .filter(name -> !isResource(name))
                .map(Type::of)
                .toList();
    }

    /** The schema of a resource as its events have it. */
    ObjectNode resource(String noun) {
        return files.get(noun + ".v1");
    }

    /** What the schema of a type says that it means. */
    String meaning(Type type) {
        return files.get(type.file()).path("description").asText();
    }

    /** The schema of an event's data, with references to {@link #components()}. */
    ObjectNode data(Type type) {
        ObjectNode data = files.get(type.file()).deepCopy();
        data.remove(List.of("$schema", "title", "description"));
        return refer(data, type.noun());
    }

    /** The schemas of the resources and of what they are made of, by name. */
    ObjectNode components() {
        ObjectNode components = NODES.objectNode();
        files.forEach((name, file) -> {
            if (isResource(name)) {
                ObjectNode resource = file.deepCopy();
                String noun = Type.of(name).noun();
                JsonNode parts = resource.path("$defs");
                resource.remove(List.of("$schema", "title", "$defs"));
                define(components, file.path("title").asText(), refer(resource, noun));
                parts.properties()
                        .forEach(part -> define(components, part.getKey(), refer((ObjectNode) part.getValue(), noun)));
            }
        });
        return components;
    }

    /** The events as webhooks in structured mode, and their schemas, put into the contract of the service. */
    void putInto(ObjectNode contract, ObjectNode attributes) {
        ObjectNode schemas = contract.withObject("/components/schemas");
        ObjectNode envelope = attributes.deepCopy();
        envelope.remove(List.of("$schema", "title"));
        schemas.set(ENVELOPE, envelope);
        ObjectNode webhooks = contract.putObject("webhooks");
        for (Type type : types()) {
            schemas.set(camel(type.noun()) + "Event", common(type.noun()));
            webhooks.set(type.name(), webhook(type));
        }
    }

    private ObjectNode common(String noun) {
        ObjectNode data = NODES.objectNode().put("type", "object");
        ObjectNode properties = data.putObject("properties");
        properties
                .putObject("after")
                .put("$ref", SCHEMAS + resource(noun).path("title").asText());
        properties
                .putObject("changed")
                .put("type", "array")
                .put("description", "The names of the properties that changed.")
                .putObject("items")
                .put("type", "string");
        properties.putObject("facts").put("type", "object").put("description", "What the event says beside.");
        data.putArray("required").add("after").add("changed").add("facts");
        ObjectNode event =
                NODES.objectNode().put("description", "What all events have that tell of this kind of resource.");
        event.putArray("allOf").addObject().put("$ref", SCHEMAS + ENVELOPE);
        ObjectNode own = event.withArray("allOf").addObject().put("type", "object");
        own.putObject("properties").set("data", data);
        own.putArray("required").add("data");
        return event;
    }

    private ObjectNode webhook(Type type) {
        ObjectNode webhook = NODES.objectNode();
        ObjectNode post = webhook.putObject("post")
                .put("summary", "Tells of: " + words(type.noun()) + ' ' + words(type.verb()))
                .put("description", meaning(type))
                .put("operationId", "on" + camel(type.noun()) + camel(type.verb()));
        post.putArray("tags").add("Events");
        post.putArray("security");
        ObjectNode schema = post.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/cloudevents+json")
                .putObject("schema");
        String common = type.isWithheld() ? ENVELOPE : camel(type.noun()) + "Event";
        schema.putArray("allOf").addObject().put("$ref", SCHEMAS + common);
        ObjectNode own = schema.withArray("allOf").addObject().put("type", "object");
        ObjectNode properties = own.putObject("properties");
        properties.putObject("type").put("const", type.name());
        JsonNode facts = data(type).path("properties").path("facts");
        if (facts.has("properties") && !type.isWithheld()) {
            properties
                    .putObject("data")
                    .put("type", "object")
                    .putObject("properties")
                    .set("facts", facts);
        }
        post.putObject("responses").putObject("204").put("description", "It has been taken.");
        return webhook;
    }

    private static void define(ObjectNode components, String name, ObjectNode schema) {
        JsonNode other = components.replace(name, schema);
        if (other != null && !other.equals(schema)) {
            throw new ContractMerge.Collision("Two resources of one service mean different things by " + name);
        }
    }

    /** Lets references lead to the components. */
    private ObjectNode refer(ObjectNode schema, String noun) {
        String resource = resource(noun).path("title").asText();
        schema.findParents("$ref").forEach(reference -> {
            String[] target = reference.path("$ref").asText().split("#/\\$defs/", -1);
            ((ObjectNode) reference)
                    .set("$ref", TextNode.valueOf(SCHEMAS + (target.length > 1 ? target[1] : resource)));
        });
        return schema;
    }

    private static boolean isResource(String file) {
        return file.indexOf('.') == file.lastIndexOf('.');
    }

    private static String words(String kebab) {
        return kebab.replace('-', ' ');
    }

    private static String camel(String kebab) {
        return Arrays.stream(kebab.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
