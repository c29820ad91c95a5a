package org.coalition.defaults.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;

/**
 * Reads parameters strictly and names the one at fault: 400 for a query or header parameter (the framework would say
 * 404, or fall back to nothing), 404 for an id in the path that cannot exist.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            UUID.class, new Reader(StrictParameters::uuid, "an id (UUID)"),
            Integer.class, new Reader(Integer::valueOf, "a whole number"),
            Long.class, new Reader(Long::valueOf, "a whole number"),
            Boolean.class, new Reader(StrictParameters::bool, "true or false"),
            Instant.class, new Reader(Rfc3339::instant, "a time with offset (RFC 3339)"),
            LocalDate.class, new Reader(Rfc3339::date, "a day such as 2026-01-12"),
            IfMatch.class, new Reader(IfMatch::parse, "an entity tag"));

    private record Reader(Function<String, Object> read, String expected) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reader reader = type.isEnum() ? ofEnum(type) : READERS.get(type);
        return reader == null ? null : new Strict<>(text -> (T) reader.read.apply(text), reader.expected, annotations);
    }

    private static Reader ofEnum(Class<?> type) {
        Map<String, Object> values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(value -> ((Enum<?>) value).name(), value -> value));
        return new Reader(
                text -> {
                    Object value = values.get(text);
                    if (value == null) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                },
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
    }

    /** Only in the form that we write; the library reads many others, each a further name of the same thing. */
    static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Strict<T>(Function<String, T> read, String expected, Annotation[] annotations)
            implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw refusal(text);
            }
        }

        private RuntimeException refusal(String text) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof PathParam) {
                    return new NotFound("resource", text);
                }
                String name = annotation instanceof QueryParam query
                        ? query.value()
                        : annotation instanceof HeaderParam header ? header.value() : null;
                if (name != null) {
                    return new Malformed(Fault.in(name, "wrong-type", "%s takes %s.".formatted(name, expected)));
                }
            }
            return new Malformed(Fault.at("", "wrong-type", "A parameter takes %s.".formatted(expected)));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
