package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes one contract of those of the services. Components that are the same in both become one; those that only share a
 * name get the service's name in front. What cannot be told apart by renaming (a path, an operation id, a tag with two
 * meanings) is an error, for the reader of the contract could not tell it apart either.
 */
final class ContractMerge {
    static final String SECURITY_SCHEME = "coalition";
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode merged = NODES.objectNode();
    private final ObjectNode paths = NODES.objectNode();
    private final Map<String, JsonNode> tags = new LinkedHashMap<>();
    private final Map<String, String> operations = new HashMap<>();

    private ContractMerge() {}

    /** Thrown where two services say different things under one name. */
    static final class Collision extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Collision(String message) {
            super(message);
        }
    }

    /**
     * Merges the documents, by the name of the service, in this order.
     *
     * @param info title, version and so on of the whole
     */
    static ObjectNode merge(ObjectNode info, Map<String, ObjectNode> services) {
        return new ContractMerge().run(info, services);
    }

    private ObjectNode run(ObjectNode info, Map<String, ObjectNode> services) {
        Map<String, ObjectNode> copies = new LinkedHashMap<>();
        services.forEach((name, document) -> copies.put(name, document.deepCopy()));
        ObjectNode components = new ComponentMerge(copies).merge();
        EdgeAnswers.define(components);
        copies.forEach(this::add);

        merged.put("openapi", "3.1.0");
        merged.set("info", info);
        merged.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
        ArrayNode allTags = merged.putArray("tags");
        tags.values().forEach(allTags::add);
        merged.set("paths", paths);
        components.set("securitySchemes", NODES.objectNode().set(SECURITY_SCHEME, securityScheme()));
        merged.set("components", components);
        dropUnused(components.withObjectProperty("schemas"));
        return merged;
    }

    /** Schemas to which nothing leads, such as what the patch of a resource is made of: a generator would make dead code of them. */
    private void dropUnused(ObjectNode schemas) {
        List<String> unused;
        do {
            TreeSet<String> used = references(merged);
            unused = schemas.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !used.contains("schemas/" + name))
                    .toList();
            schemas.remove(unused);
        } while (!unused.isEmpty());
    }

    private void add(String service, ObjectNode document) {
        document.path("tags").forEach(tag -> {
            JsonNode known = tags.putIfAbsent(tag.path("name").asText(), tag);
            if (known != null && !known.equals(tag)) {
                throw new Collision("The tag '" + tag.path("name").asText() + "' has two descriptions");
            }
        });
        JsonNode security = document.path("security");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (paths.has(path.getKey())) {
                throw new Collision("Two services have the path " + path.getKey());
            }
            ObjectNode item = (ObjectNode) path.getValue();
            METHODS.forEach(method -> {
                if (item.get(method) instanceof ObjectNode operation) {
                    addOperation(service, method + ' ' + path.getKey(), operation, security);
                }
            });
            paths.set(path.getKey(), item.put("x-service", service));
        }
    }

    private void addOperation(String service, String place, ObjectNode operation, JsonNode inherited) {
        String id = operation.path("operationId").asText(null);
        if (id == null) {
            throw new Collision(service + ": " + place + " has no operationId");
        }
        String other = operations.putIfAbsent(id, place);
        if (other != null) {
            throw new Collision("The operationId '" + id + "' stands for " + other + " and for " + place);
        }
        JsonNode security = operation.has("security") ? operation.path("security") : inherited;
        operation.set("security", ours(security));
        EdgeAnswers.add(operation);
    }

    /**
     * The services may call their scheme what they like; there is one identity server. Where nothing is demanded a token
     * may still be sent, and may show more.
     */
    private static ArrayNode ours(JsonNode requirements) {
        ArrayNode ours = NODES.arrayNode();
        boolean optional = requirements.isEmpty();
        for (JsonNode requirement : requirements) {
            optional |= requirement.isEmpty();
        }
        if (optional) {
            ours.addObject();
        }
        ours.addObject().putArray(SECURITY_SCHEME);
        return ours;
    }

    private static ObjectNode securityScheme() {
        ObjectNode scheme = NODES.objectNode()
                .put("type", "oauth2")
                .put("description", "An access token of the identity server, for the audience 'coalition'.");
        ObjectNode flows = scheme.putObject("flows");
        // The addresses are put in where the gateway runs.
        flows.putObject("clientCredentials").put("tokenUrl", "/token").putObject("scopes");
        flows.putObject("authorizationCode")
                .put("authorizationUrl", "/authorize")
                .put("tokenUrl", "/token")
                .putObject("scopes")
                .put("openid", "Sign in");
        return scheme;
    }

    /** All references to components in this part of a document, as {@code section/name}. */
    static TreeSet<String> references(JsonNode node) {
        TreeSet<String> found = new TreeSet<>();
        for (String reference : node.findValuesAsText("$ref")) {
            if (reference.startsWith(ComponentMerge.PREFIX)) {
                found.add(reference.substring(ComponentMerge.PREFIX.length()));
            }
        }
        return found;
    }
}
