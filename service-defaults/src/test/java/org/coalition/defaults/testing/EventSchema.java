package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The events of one kind of resource as webhooks: one envelope for all, the facts of each as its record has them. */
final class EventSchema {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<Class<?>, String> TEXTS = Map.of(
            UUID.class, "uuid",
            Instant.class, "date-time",
            LocalDate.class, "date",
            LocalDateTime.class, "date-time-local");
    private static final Map<Class<?>, String> INTEGERS =
            Map.of(int.class, "int32", Integer.class, "int32", long.class, "int64", Long.class, "int64");
    private static final Set<Class<?>> TRUTHS = Set.of(boolean.class, Boolean.class);

    private final String noun;
    private final Class<?> view;

    EventSchema(String noun, Class<?> view) {
        this.noun = noun;
        this.view = view;
    }

    /** A CloudEvent in its structured form, but for its data. */
    static ObjectNode envelope() {
        ObjectNode envelope = object().put("description", "What every event says of itself (CloudEvents 1.0).");
        ObjectNode properties = envelope.putObject("properties");
        text(properties, "specversion", "The version of CloudEvents.").put("const", "1.0");
        text(properties, "id", "Unique; who sees it again knows the event.").put("format", "uuid");
        text(properties, "source", "The service that tells it.").put("format", "uri-reference");
        text(properties, "type", "org.coalition.<noun>.<what happened>.v1.");
        text(properties, "subject", "The path of the resource.").put("format", "uri-reference");
        text(properties, "time", "When it happened.").put("format", "date-time");
        text(properties, "recordedtime", "When it was recorded.").put("format", "date-time");
        text(properties, "sequence", "The version of the resource after it; per subject, drop what is not newer.")
                .put("pattern", "^(?:[0-9]{1,19})$");
        text(properties, "sequencestart", "There if a consumer may meet the resource here for the first time.")
                .put("const", "true");
        text(properties, "partykey", "The party for which the change was made; absent of what the system did.");
        text(properties, "correlationid", "Of the request that caused it.");
        text(properties, "traceparent", "The trace of that request (W3C Trace Context).");
        text(properties, "dataclassification", "Who may know of it: PUBLIC, COALITION or RESTRICTED.");
        text(properties, "datacontenttype", "Of the data.").put("const", "application/json");
        envelope.putArray("required")
                .add("specversion")
                .add("id")
                .add("source")
                .add("type")
                .add("subject")
                .add("time")
                .add("sequence");
        return envelope;
    }

    /** What the events of the kind have in common: the resource after them and what changed of it. */
    void define(ObjectNode schemas) {
        ObjectNode data = object();
        ObjectNode properties = data.putObject("properties");
        properties.set("after", schema(view));
        properties
                .putObject("changed")
                .put("type", "array")
                .put("description", "The names of the fields that changed.")
                .putObject("items")
                .put("type", "string");
        properties.putObject("facts").put("type", "object").put("description", "What the event says beside.");
        data.putArray("required").add("after").add("changed").add("facts");
        ObjectNode event = schemas.putObject(camel(noun) + "Event")
                .put("description", "What all events have that tell of this kind of resource.");
        event.putArray("allOf").addObject().put("$ref", SCHEMAS + "CloudEvent");
        ObjectNode own = event.withArray("allOf").addObject().put("type", "object");
        own.putObject("properties").set("data", data);
        own.putArray("required").add("data");
    }

    void put(ObjectNode webhooks, Class<?> event) {
        ObjectNode facts = object();
        facts(facts, event);
        ObjectNode properties = put(webhooks, words(event.getSimpleName()), camel(noun) + "Event");
        if (facts.has("properties")) {
            properties
                    .putObject("data")
                    .put("type", "object")
                    .putObject("properties")
                    .set("facts", facts);
        }
    }

    /** The root to which the resource belongs may be known of from now on. */
    void putDisclosed(ObjectNode webhooks) {
        put(webhooks, "disclosed", camel(noun) + "Event");
    }

    /** It is no longer for this topic, so the event has no data. */
    void putWithheld(ObjectNode webhooks) {
        put(webhooks, "withheld", "CloudEvent");
    }

    /** Answers the properties of the event, to which its own are added. */
    private ObjectNode put(ObjectNode webhooks, String verb, String common) {
        String type = "org.coalition." + noun + '.' + verb + ".v1";
        ObjectNode post = webhooks.putObject(type).putObject("post");
        post.put("summary", "Tells of: " + noun.replace('-', ' ') + ' ' + verb.replace('-', ' '))
                .put("operationId", "on" + camel(noun) + camel(verb));
        post.putArray("tags").add("Events");
        post.putArray("security");
        ObjectNode schema = post.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/cloudevents+json")
                .putObject("schema");
        schema.putArray("allOf").addObject().put("$ref", SCHEMAS + common);
        ObjectNode own = schema.withArray("allOf").addObject().put("type", "object");
        ObjectNode properties = own.putObject("properties");
        properties.putObject("type").put("const", type);
        post.putObject("responses").putObject("204").put("description", "It has been taken.");
        return properties;
    }

    private static void facts(ObjectNode object, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            object.withObjectProperty("properties").set(component.getName(), schema(component.getGenericType()));
            if (component.getType().isPrimitive()) {
                object.withArray("required").add(component.getName());
            }
        }
    }

    private static ObjectNode schema(Type type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            schema.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
        } else if (type == String.class) {
            schema.put("type", "string");
        } else if (TEXTS.containsKey(type)) {
            schema.put("type", "string").put("format", TEXTS.get(type));
        } else if (INTEGERS.containsKey(type)) {
            schema.put("type", "integer").put("format", INTEGERS.get(type));
        } else if (TRUTHS.contains(type)) {
            schema.put("type", "boolean");
        } else if (type == BigDecimal.class) {
            schema.put("type", "number");
        } else if (type instanceof Class<?> known && known.isEnum()) {
            schema.put("type", "string");
            for (Object value : known.getEnumConstants()) {
                schema.withArray("enum").add(value.toString());
            }
        } else if (type instanceof Class<?> known && known.isRecord()) {
            schema.put("$ref", SCHEMAS + name(known));
        } else {
            throw new IllegalStateException("An event has a " + type + ", of which nobody knows the schema");
        }
        return schema;
    }

    private static String name(Class<?> known) {
        Schema schema = known.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? known.getSimpleName() : schema.name();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split("-", -1)) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }
}
