package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalition.gateway.contract.ServiceEvents.Type;

/**
 * Makes one AsyncAPI document of the event schemas of the services. What stands around the messages (servers, channels, how to read
 * them) is the frame; a channel of the frame that says {@code x-service} carries all events of that service.
 */
final class AsyncContractMerge {
    private static final String MESSAGES = ComponentMerge.PREFIX + "messages/";
    private static final String RECORD = "record";
    private static final String STRUCTURED = "CloudEvent";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode attributes;
    private final ObjectNode topicAttributes;
    private final Samples samples;

    private AsyncContractMerge(ObjectNode attributes, ObjectNode topicAttributes, Samples samples) {
        this.attributes = attributes;
        this.topicAttributes = topicAttributes;
        this.samples = samples;
    }

    /**
     * Merges the events by the name of their service.
     *
     * @param attributes of every event
     * @param topicAttributes those of records in topics beside
     * @param values for examples, by the name of the property
     */
    static ObjectNode merge(
            ObjectNode frame,
            Map<String, ServiceEvents> services,
            ObjectNode attributes,
            ObjectNode topicAttributes,
            ObjectNode values) {
        return new AsyncContractMerge(attributes, topicAttributes, new Samples(values)).run(frame, services);
    }

    private ObjectNode run(ObjectNode frame, Map<String, ServiceEvents> services) {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        services.forEach((name, events) -> documents.put(name, document(name, events)));
        ObjectNode components = new ComponentMerge(documents).merge();
        ObjectNode schemas = components.withObjectProperty("schemas");
        ObjectNode merged = frame.deepCopy();
        for (JsonNode channel : merged.path("channels")) {
            carry((ObjectNode) channel, services);
        }
        ObjectNode own = merged.withObjectProperty("components");
        own.set("schemas", schemas);
        own.set("messages", components.path("messages"));
        own.withObjectProperty("messages").set(STRUCTURED, structured());
        own.withObjectProperty("messageTraits").set(RECORD, trait());
        schemas.properties().forEach(schema -> plain(schema.getValue()));
        own.path("messages").forEach(message -> {
            plain(message.path("payload"));
            exemplify((ObjectNode) message, schemas);
        });
        return merged;
    }

    private ObjectNode document(String service, ServiceEvents events) {
        ObjectNode document = NODES.objectNode();
        ObjectNode components = document.putObject("components");
        components.set("schemas", events.components());
        ObjectNode messages = components.putObject("messages");
        for (Type type : events.types()) {
            messages.set(type.name(), message(service, type, events));
        }
        return document;
    }

    private static ObjectNode message(String service, Type type, ServiceEvents events) {
        ObjectNode message = NODES.objectNode()
                .put("name", type.name())
                .put("title", type.noun().replace('-', ' ') + ' ' + type.verb().replace('-', ' '))
                .put("summary", events.meaning(type));
        message.putArray("tags").addObject().put("name", type.noun());
        message.put("contentType", "application/json");
        ObjectNode headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("const", type.name());
        headers.putObject("ce_source").put("const", '/' + service);
        message.set("payload", events.data(type));
        message.putArray("traits").addObject().put("$ref", ComponentMerge.PREFIX + "messageTraits/" + RECORD);
        return message;
    }

    /** All events of the service stand in the channel; snapshots do after a database was restored. */
    private static void carry(ObjectNode channel, Map<String, ServiceEvents> services) {
        ServiceEvents events = services.get(channel.path("x-service").asText());
        ObjectNode messages = channel.putObject("messages");
        if (events == null) {
            messages.putObject(STRUCTURED).put("$ref", MESSAGES + STRUCTURED);
            return;
        }
        channel.remove("x-service");
        for (Type type : events.types()) {
            messages.putObject(type.name()).put("$ref", MESSAGES + type.name());
        }
    }

    /** The attributes as headers of a Kafka record, and its key. */
    private ObjectNode trait() {
        ObjectNode trait = NODES.objectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        attributes.path("properties").properties().forEach(one -> {
            if (!one.getKey().equals("datacontenttype")) {
                properties.set("ce_" + one.getKey(), one.getValue());
            }
        });
        topicAttributes
                .path("properties")
                .properties()
                .forEach(one -> properties.set("ce_" + one.getKey(), one.getValue()));
        properties.putObject("content-type").put("type", "string").put("const", "application/json");
        ArrayNode required = headers.putArray("required");
        attributes.path("required").forEach(name -> required.add("ce_" + name.asText()));
        trait.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "The id of the meeting, initiative or other root whose stream it is.");
        return trait;
    }

    /** An event as HTTP carries it: the attributes and the data in one JSON object. */
    private ObjectNode structured() {
        ObjectNode message = NODES.objectNode()
                .put("name", STRUCTURED)
                .put("title", "An event in structured mode")
                .put(
                        "summary",
                        "The attributes without their prefix, and beside them `data`: the payload of the message named like its"
                                + " `type`. No data comes with `withheld`.")
                .put("contentType", "application/cloudevents+json");
        ObjectNode payload = attributes.deepCopy();
        payload.remove(List.of("$schema", "title"));
        payload.withObjectProperty("properties").putObject("data").put("type", "object");
        message.set("payload", payload);
        return message;
    }

    /** AsyncAPI's schemas are those of draft 7, where nothing stands beside a reference. */
    private static void plain(JsonNode part) {
        part.findParents("$ref").forEach(reference -> {
            if (reference.size() > 1) {
                ObjectNode object = (ObjectNode) reference;
                JsonNode target = object.remove("$ref");
                object.putArray("allOf").addObject().set("$ref", target);
            }
        });
    }

    private void exemplify(ObjectNode message, ObjectNode schemas) {
        ObjectNode example = message.putArray("examples").addObject();
        example.put("name", "london");
        String type = message.path("name").asText();
        if (type.equals(STRUCTURED)) {
            example.set("payload", samples.of(type, message.path("payload"), schemas));
            return;
        }
        JsonNode payload = samples.of(type, message.path("payload"), schemas);
        ObjectNode headers = example.putObject("headers");
        attributes
                .path("required")
                .forEach(name -> headers.set(
                        "ce_" + name.asText(),
                        samples.of(type, attributes.path("properties").path(name.asText()), schemas)));
        headers.setAll(samples.identify(message.path("headers").path("properties")));
        example.set("payload", payload);
    }
}
