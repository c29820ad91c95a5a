package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The schemas of what events tell beside the resource, by their Java types.
 *
 * @param file whose definitions have what the contract's answers know
 */
record FactTypes(String file, WholeAnswers answers) {
    private static final Map<Class<?>, String> TEXTS = Map.of(
            UUID.class, "uuid",
            Instant.class, "date-time",
            LocalDate.class, "date",
            LocalDateTime.class, "date-time-local");
    private static final Map<Class<?>, String> INTEGERS =
            Map.of(int.class, "int32", Integer.class, "int32", long.class, "int64", Long.class, "int64");
    private static final Set<Class<?>> TRUTHS = Set.of(boolean.class, Boolean.class);

    ObjectNode schema(Type type) {
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
        } else if (type instanceof Class<?> known && (known.isRecord() || known.isEnum()) && answers.has(known)) {
            schema.put("$ref", file + "#/$defs/" + WholeAnswers.name(known));
        } else if (type instanceof Class<?> known && known.isEnum()) {
            schema.put("type", "string");
            for (Object value : known.getEnumConstants()) {
                schema.withArray("enum").add(value.toString());
            }
        } else {
            throw new IllegalStateException("An event has a " + type + ", of which nobody knows the schema");
        }
        return schema;
    }

    /** What a fact is, or what it is a list of. */
    static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }
}
