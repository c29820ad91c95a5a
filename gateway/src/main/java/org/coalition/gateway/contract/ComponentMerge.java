package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings the components of several documents under one roof; renames within the documents what shares only its name. */
final class ComponentMerge {
    static final String PREFIX = "#/components/";
    private static final String OWN_SECURITY = "securitySchemes";

    private final Map<String, ObjectNode> documents;
    /** By {@code section/name}, the definitions of the services that have one. */
    private final Map<String, Map<String, JsonNode>> definitions = new LinkedHashMap<>();

    ComponentMerge(Map<String, ObjectNode> documents) {
        this.documents = documents;
        documents.forEach((service, document) -> document.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(entry -> definitions
                        .computeIfAbsent(section.getKey() + '/' + entry.getKey(), key -> new LinkedHashMap<>())
                        .put(service, entry.getValue()))));
        definitions.keySet().removeIf(key -> key.startsWith(OWN_SECURITY));
    }

    /** The components of all; the references in the documents are changed to fit. */
    ObjectNode merge() {
        Set<String> different = different();
        documents.forEach((service, document) -> rename(document, namesIn(service, different)));
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        documents.forEach((service, document) -> {
            Map<String, String> names = namesIn(service, different);
            document.path("components").properties().forEach(section -> {
                if (!section.getKey().equals(OWN_SECURITY)) {
                    section.getValue()
                            .properties()
                            .forEach(entry -> put(merged, section.getKey(), entry.getKey(), entry.getValue(), names));
                }
            });
        });
        return merged;
    }

    /**
     * The names that mean different things. A component that reads the same but refers to one of these is different too,
     * so the search goes on until nothing is added.
     */
    private Set<String> different() {
        Set<String> different = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, Map<String, JsonNode>> shared : definitions.entrySet()) {
                List<JsonNode> all = List.copyOf(shared.getValue().values());
                boolean same = all.stream().allMatch(all.get(0)::equals)
                        && ContractMerge.references(all.get(0)).stream().noneMatch(different::contains);
                grew |= all.size() > 1 && !same && different.add(shared.getKey());
            }
        }
        return different;
    }

    private Map<String, String> namesIn(String service, Set<String> different) {
        Map<String, String> names = new HashMap<>();
        String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        for (String key : different) {
            if (definitions.get(key).containsKey(service)) {
                int slash = key.indexOf('/');
                String renamed = key.substring(0, slash + 1) + prefix + key.substring(slash + 1);
                if (definitions.containsKey(renamed)) {
                    throw new ContractMerge.Collision(key + " cannot become " + renamed + ", which is taken");
                }
                names.put(key, renamed);
            }
        }
        return names;
    }

    private static void put(ObjectNode merged, String section, String name, JsonNode value, Map<String, String> names) {
        String key = section + '/' + name;
        String target = names.getOrDefault(key, key).substring(section.length() + 1);
        merged.withObjectProperty(section).set(target, value);
    }

    /** Changes each reference in this part of a document. */
    private static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(renamed(entry.getValue(), names)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, renamed(array.get(i), names));
            }
        }
    }

    /** References stand as text: in {@code $ref}, and in the mapping of a discriminator. */
    private static JsonNode renamed(JsonNode value, Map<String, String> names) {
        if (value.isTextual() && value.textValue().startsWith(PREFIX)) {
            String key = value.textValue().substring(PREFIX.length());
            return names.containsKey(key) ? TextNode.valueOf(PREFIX + names.get(key)) : value;
        }
        rename(value, names);
        return value;
    }
}
