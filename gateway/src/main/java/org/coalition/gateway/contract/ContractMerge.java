package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one contract of those of the services. Components that are the same in both become one; those that only share a
 * name get the service's name in front. What cannot be told apart by renaming (a path, an operation id) is an
 * error, for the reader of the contract could not tell it apart either.
 */
final class ContractMerge {
    static final String SECURITY_SCHEME = "coalition";
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String NOWHERE = "https://identity.invalid/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode merged = NODES.objectNode();
    private final ObjectNode paths = NODES.objectNode();
    private final ObjectNode webhooks = NODES.objectNode();
    private final Set<String> tags = new TreeSet<>();
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
     * @param frame what stands around the whole: how to start, and the tags in the order in which they are to be read
     * @param examples bodies of requests, by the name of the operation or of the schema that they are for
     */
    static ObjectNode merge(ObjectNode frame, Map<String, ObjectNode> services, Map<String, JsonNode> examples) {
        ObjectNode contract = new ContractMerge().run(frame, services);
        Bounds.set(contract);
        Examples.put(contract, examples);
        return contract;
    }

    private ObjectNode run(ObjectNode frame, Map<String, ObjectNode> services) {
        Map<String, ObjectNode> copies = new LinkedHashMap<>();
        services.forEach((name, document) -> copies.put(name, document.deepCopy()));
        ObjectNode components = new ComponentMerge(copies).merge();
        EdgeAnswers.define(components);
        copies.forEach(this::add);

        merged.put("openapi", "3.1.0");
        merged.setAll(frame);
        checkTags(frame.path("tags"));
        merged.set("paths", paths);
        if (!webhooks.isEmpty()) {
            merged.set("webhooks", webhooks);
        }
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
        document.path("webhooks").properties().forEach(event -> {
            JsonNode post = event.getValue().path("post");
            known(service, event.getKey(), post);
            if (webhooks.putIfAbsent(event.getKey(), event.getValue()) != null) {
                throw new Collision("Two services announce " + event.getKey());
            }
        });
    }

    private void addOperation(String service, String place, ObjectNode operation, JsonNode inherited) {
        known(service, place, operation);
        JsonNode security = operation.has("security") ? operation.path("security") : inherited;
        operation.set("security", ours(security));
        EdgeAnswers.add(operation);
    }

    private void known(String service, String place, JsonNode operation) {
        String id = operation.path("operationId").asText(null);
        if (id == null) {
            throw new Collision(service + ": " + place + " has no operationId");
        }
        String other = operations.putIfAbsent(id, place);
        if (other != null) {
            throw new Collision("The operationId '" + id + "' stands for " + other + " and for " + place);
        }
        operation.path("tags").forEach(tag -> tags.add(tag.asText()));
    }

    /** Each tag is told where the whole begins, so that it has a place in the order and says what it is about. */
    private void checkTags(JsonNode told) {
        Set<String> known = new TreeSet<>(told.findValuesAsText("name"));
        if (!known.equals(tags)) {
            throw new Collision("The tags of the operations are " + tags + ", those of the frame " + known);
        }
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
                .put(
                        "description",
                        "An access token of the identity server: a JWT that is short-lived, has the audience 'coalition' and is checked as RFC8725 demands.");
        ObjectNode flows = scheme.putObject("flows");
        // The addresses are put in where the gateway runs.
        flows.putObject("clientCredentials").put("tokenUrl", NOWHERE + "token").putObject("scopes");
        flows.putObject("authorizationCode")
                .put("authorizationUrl", NOWHERE + "authorize")
                .put("tokenUrl", NOWHERE + "token")
                .put("refreshUrl", NOWHERE + "token")
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
