package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts at each operation that takes a body one that it understands, of the London story or in its spirit. */
final class Examples {
    private static final String SECTION = "examples";

    private final Map<String, JsonNode> examples;
    private final Set<String> unused;
    private final ObjectNode components;

    private Examples(Map<String, JsonNode> examples, ObjectNode components) {
        this.examples = examples;
        this.unused = new HashSet<>(examples.keySet());
        this.components = components;
    }

    /**
     * @param examples by the id of an operation, or by the name of the schema for all operations that take it
     * @throws ContractMerge.Collision if an example belongs to no operation
     */
    static void put(ObjectNode contract, Map<String, JsonNode> examples) {
        Examples putting = new Examples(examples, (ObjectNode) contract.path("components"));
        contract.path("paths").forEach(path -> path.forEach(putting::at));
        if (!putting.unused.isEmpty()) {
            throw new ContractMerge.Collision("No operation takes the examples " + putting.unused);
        }
    }

    private void at(JsonNode operation) {
        operation.path("requestBody").path("content").properties().forEach(body -> {
            String own = operation.path("operationId").asText();
            String name = examples.containsKey(own) ? own : schema(body.getValue());
            if (examples.containsKey(name)) {
                unused.remove(name);
                components.withObjectProperty(SECTION).withObjectProperty(name).set("value", examples.get(name));
                ((ObjectNode) body.getValue())
                        .putObject(SECTION)
                        .putObject("london")
                        .put("$ref", ComponentMerge.PREFIX + SECTION + '/' + name);
            }
        });
    }

    private static String schema(JsonNode media) {
        return media.path("schema").path("$ref").asText().replaceAll(".*/", "");
    }
}
