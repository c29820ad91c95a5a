package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coalition.defaults.openapi.Presence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.Index;

/**
 * The schemas that the service's contract has of its answers, as JSON Schema. A caller may have an answer cut, so the contract requires
 * little of it; an event has it whole, and so do these.
 */
final class WholeAnswers {
    private static final String PREFIX = "#/components/schemas/";
    private static final String OWN = "#/$defs/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode schemas;
    private final Set<String> sent = new TreeSet<>();

    private WholeAnswers(JsonNode contract) {
        schemas = contract.path("components").path("schemas");
        contract.path("paths").findValues("requestBody").forEach(body -> collect(body, sent));
    }

    /** Those of the contract that the build has given. */
    static WholeAnswers ofTheBuild() {
        try {
            return new WholeAnswers(
                    YAML.readTree(Path.of("target/openapi/openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name by which the contract knows a type. */
    static String name(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    boolean has(Class<?> type) {
        return schemas.has(name(type));
    }

    /** The schemas of these types and of all that they are made of, by name. */
    Map<String, ObjectNode> closure(Collection<Class<?>> types) {
        Map<String, Class<?>> records = new TreeMap<>();
        types.forEach(type -> collect(type, records));
        Set<String> names = new TreeSet<>();
        types.forEach(type -> {
            names.add(name(type));
            collect(schemas.path(name(type)), names);
        });
        Map<String, ObjectNode> closure = new TreeMap<>();
        for (String name : names) {
            ObjectNode schema = own(schemas.path(name).deepCopy());
            if (records.containsKey(name) && !sent.contains(name)) {
                require(schema, records.get(name));
            }
            closure.put(name, schema);
        }
        return closure;
    }

    /** The components of a record that are always told. */
    static List<String> always(Class<?> type) {
        try {
            return Presence.always(Index.singleClass(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(ObjectNode schema, Class<?> type) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        required.addAll(always(type));
        schema.remove("required");
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (required.contains(name)) {
                schema.withArray("required").add(name);
            }
        });
    }

    /** The names of the schemas to which this part leads, directly or not. */
    private void collect(JsonNode part, Set<String> names) {
        for (String reference : part.findValuesAsText("$ref")) {
            String name = reference.substring(PREFIX.length());
            if (reference.startsWith(PREFIX) && schemas.has(name) && names.add(name)) {
                collect(schemas.path(name), names);
            }
        }
    }

    private static void collect(Type type, Map<String, Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records));
        } else if (type instanceof Class<?> known
                && known.isRecord()
                && records.putIfAbsent(name(known), known) == null) {
            for (RecordComponent component : known.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }

    private static ObjectNode own(JsonNode schema) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(entry -> own.set(entry.getKey(), refer(entry.getValue())));
        return own;
    }

    private static JsonNode refer(JsonNode part) {
        if (part.isTextual() && part.asText().startsWith(PREFIX)) {
            return TextNode.valueOf(OWN + part.asText().substring(PREFIX.length()));
        }
        if (part.isObject()) {
            return own(part);
        }
        if (part.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            part.forEach(item -> array.add(refer(item)));
            return array;
        }
        return part;
    }
}
