package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What of today's events breaks who reads them by a released contract. One rule stands behind all: whoever checks records by the
 * released schemas, or has generated classes of them, goes on reading every record, and what it could count on is still there.
 * So types of event and properties may be added, and all else stays as it is or becomes narrower.
 */
final class EventCompatibility {
    private static final Set<String> SAME =
            Set.of("const", "format", "pattern", "multipleOf", "uniqueItems", "oneOf", "anyOf", "not");
    private static final Set<String> UPPER =
            Set.of("maxLength", "maxItems", "maximum", "exclusiveMaximum", "maxProperties");
    private static final Set<String> LOWER =
            Set.of("minLength", "minItems", "minimum", "exclusiveMinimum", "minProperties");

    private final JsonNode released;
    private final JsonNode now;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private EventCompatibility(JsonNode released, JsonNode now) {
        this.released = released;
        this.now = now;
    }

    /** What breaks, each with its place; nothing if all goes on. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        EventCompatibility compatibility = new EventCompatibility(released, now);
        compatibility.channels();
        compatibility.messages();
        return compatibility.breaks;
    }

    private void channels() {
        for (Map.Entry<String, JsonNode> channel : released.path("channels").properties()) {
            JsonNode here = now.path("channels").path(channel.getKey());
            String place = "channel " + channel.getKey();
            for (String part : List.of("address", "bindings")) {
                check(channel.getValue().path(part).equals(here.path(part)), place, part + " changed");
            }
            channel.getValue()
                    .path("messages")
                    .fieldNames()
                    .forEachRemaining(message ->
                            check(here.path("messages").has(message), place, message + " is no longer there"));
        }
    }

    private void messages() {
        JsonNode record = record(released);
        compare("headers", record.path("headers"), record(now).path("headers"));
        check(record.path("bindings").equals(record(now).path("bindings")), "bindings", "changed");
        for (Map.Entry<String, JsonNode> message :
                released.at("/components/messages").properties()) {
            JsonNode here = now.at("/components/messages").path(message.getKey());
            if (here.isMissingNode()) {
                breaks.add(message.getKey() + " is no longer there");
            } else {
                compare(message.getKey() + " headers", message.getValue().path("headers"), here.path("headers"));
                compare(message.getKey(), message.getValue().path("payload"), here.path("payload"));
            }
        }
    }

    private static JsonNode record(JsonNode contract) {
        return contract.at("/components/messageTraits/record");
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return;
        }
        if (after.isMissingNode()) {
            breaks.add(place + " is no longer there");
            return;
        }
        String pair = reference(before) + " " + reference(after);
        if (!pair.isBlank() && !compared.add(pair)) {
            return;
        }
        JsonNode old = resolved(released, before);
        JsonNode current = resolved(now, after);
        check(texts(old.path("type")).equals(texts(current.path("type"))), place, "has another type");
        for (String keyword : SAME) {
            check(!old.has(keyword) || old.path(keyword).equals(current.path(keyword)), place, keyword + " changed");
        }
        bounds(place, UPPER, old, current, (was, is) -> is <= was);
        bounds(place, LOWER, old, current, (was, is) -> is >= was);
        values(place, old.path("enum"), current);
        properties(place, old, current);
        check(
                !isFalse(old.path("additionalProperties")) || isFalse(current.path("additionalProperties")),
                place,
                "takes more than what is told");
        if (old.path("additionalProperties").isObject()) {
            compare(place + "/*", old.path("additionalProperties"), current.path("additionalProperties"));
        }
        compare(place + "[]", old.path("items"), current.path("items"));
        for (int i = 0; i < old.path("allOf").size(); i++) {
            compare(place, old.path("allOf").path(i), current.path("allOf").path(i));
        }
    }

    private void bounds(
            String place, Set<String> keywords, JsonNode old, JsonNode current, BiPredicate<Double, Double> within) {
        for (String keyword : keywords) {
            check(
                    !old.has(keyword)
                            || current.has(keyword)
                                    && within.test(
                                            old.path(keyword).asDouble(),
                                            current.path(keyword).asDouble()),
                    place,
                    keyword + " is wider");
        }
    }

    private void values(String place, JsonNode old, JsonNode current) {
        if (old.isArray()) {
            Set<String> more = texts(current.path("enum"));
            Set<String> known = texts(old);
            check(more.containsAll(known), place, "has lost a value");
            check(!more.isEmpty() && known.containsAll(more), place, "has a value that no reader knows");
        }
    }

    private void properties(String place, JsonNode old, JsonNode current) {
        for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
            String name = place + '/' + property.getKey();
            JsonNode here = current.path("properties").path(property.getKey());
            check(!here.isMissingNode(), name, "is no longer there");
            if (!here.isMissingNode()) {
                compare(name, property.getValue(), here);
            }
        }
        Set<String> required = texts(current.path("required"));
        for (String name : texts(old.path("required"))) {
            check(required.contains(name), place + '/' + name, "is no longer always there");
        }
        if (isFalse(old.path("additionalProperties"))) {
            current.path("properties")
                    .fieldNames()
                    .forEachRemaining(name ->
                            check(old.path("properties").has(name), place + '/' + name, "is not taken by readers"));
        }
    }

    private void check(boolean holds, String place, String otherwise) {
        if (!holds) {
            breaks.add(place + ' ' + otherwise);
        }
    }

    /** What a schema refers to, be it beside a description. */
    private static String reference(JsonNode schema) {
        return schema.path("allOf").size() == 1
                ? schema.at("/allOf/0/$ref").asText()
                : schema.path("$ref").asText();
    }

    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        String reference = reference(schema);
        return reference.isEmpty() ? schema : resolved(contract, contract.at(reference.substring(1)));
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }

    private static Set<String> texts(JsonNode oneOrMany) {
        Set<String> texts = new TreeSet<>();
        (oneOrMany.isArray() ? oneOrMany : oneOrMany.isMissingNode() ? List.<JsonNode>of() : List.of(oneOrMany))
                .forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
