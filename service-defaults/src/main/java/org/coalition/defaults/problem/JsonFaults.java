package org.coalition.defaults.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Problem.Fault;

/** Says in the caller's terms why a body could not be read; never in those of our classes. */
public final class JsonFaults {
    private JsonFaults() {}

    /** The refusal for this failure of the JSON reader. */
    public static Malformed of(JsonProcessingException failure) {
        return new Malformed(fault(failure));
    }

    private static Fault fault(JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
        if (failure instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known =
                    unknown.getKnownPropertyIds() == null ? List.of() : unknown.getKnownPropertyIds();
            return Fault.at(
                    pointer,
                    "unknown-property",
                    "There is no property %s here; known are %s."
                            .formatted(quoted(unknown.getPropertyName()), sorted(known)));
        }
        if (failure instanceof InvalidFormatException invalid && invalid.getTargetType() != null) {
            if (invalid.getTargetType() == String.class && invalid.getValue() instanceof String) {
                return Fault.at(pointer, "bad-character", "The text here holds a character that cannot be kept.");
            }
            return Fault.at(
                    pointer,
                    "wrong-type",
                    "%s is no %s.".formatted(quoted(invalid.getValue()), expected(invalid.getTargetType())));
        }
        if (failure instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && !pointer.isEmpty()) {
            return Fault.at(pointer, "wrong-type", "Here stands %s.".formatted(expected(mismatch.getTargetType())));
        }
        if (failure instanceof MismatchedInputException) {
            return Fault.at(pointer, "wrong-type", "The body must be a JSON object as the contract describes it.");
        }
        if (failure instanceof JsonMappingException) {
            return Fault.at(pointer, "wrong-value", "The value here cannot be read.");
        }
        if (failure instanceof StreamConstraintsException) {
            return Fault.at(
                    pointer, "too-complex", "The body is nested too deeply, or a number or text in it is too long.");
        }
        var place = failure.getLocation();
        return Fault.at(
                "",
                "not-json",
                place == null
                        ? "The body is not well-formed JSON."
                        : "The body is not well-formed JSON near line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null
                        ? "/" + step.getIndex()
                        : "/" + whole(step.getFieldName()).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "time with offset (RFC 3339), such as 2026-01-31T09:30:00Z";
            case "LocalDate" -> "date, such as 2026-01-31";
            case "Duration" -> "duration (ISO 8601), such as PT48H";
            case "UUID" -> "id (UUID)";
            case "BigDecimal" -> "decimal number";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "text";
            case "List", "Set", "Collection" -> "array";
            default -> "value of the type that the contract names";
        };
    }

    private static String sorted(Collection<Object> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** Echoes the caller's value, short and without control characters. */
    private static String quoted(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return "'" + whole(text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }

    /** Without halves of characters, which an answer could not carry. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
