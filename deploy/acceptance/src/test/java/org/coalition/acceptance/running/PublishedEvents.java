package org.coalition.acceptance.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contract of the events as the gateway publishes it, for what stands in the topics. */
public final class PublishedEvents {
    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);

    public PublishedEvents(JsonNode document) {
        this.document = document;
    }

    /** What of an event's data is not as its type's schema says; nothing if all is. */
    public List<String> faults(Event event) {
        String type = event.cloud().getType();
        boolean carried = false;
        for (JsonNode channel : document.path("channels")) {
            carried |= channel.path("address").asText().equals(event.topic())
                    && channel.path("messages").has(type);
        }
        if (!carried) {
            return List.of(event.topic() + " is not said to carry " + type);
        }
        return event.isWithheld()
                ? List.of()
                : schemas.computeIfAbsent(type, this::schema).validate(event.data()).stream()
                        .map(fault -> type + " " + fault)
                        .toList();
    }

    private JsonSchema schema(String type) {
        ObjectNode schema =
                document.at("/components/messages").path(type).path("payload").deepCopy();
        schema.set("components", document.path("components"));
        return factory.getSchema(
                schema,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
