package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The collections of a service that can be sorted, as its contract says, and what holds for each of them. */
public final class SortedLists {
    private static final int LONG = 750;
    private static final Map<String, List<JsonNode>> ALL = new HashMap<>();

    private SortedLists() {}

    /**
     * Lists and their orders, {@code /v1/meetings?sort=-title}, with the path's parameter in its place.
     *
     * @param parent the id that stands in the path of what belongs to another resource
     */
    public static List<String> ofContract(String parent) {
        return ofContract(
                "sort", parameter -> values(parameter.at("/schema/enum")).map(JsonNode::asText), parent);
    }

    /** Lists that are searched for these words: {@code /v1/meetings?q=oversight}. */
    public static List<String> searchedOfContract(String words) {
        return ofContract("q", parameter -> Stream.of(words), "none");
    }

    private static List<String> ofContract(String name, Function<JsonNode, Stream<String>> values, String parent) {
        List<String> lists = new ArrayList<>();
        try {
            JsonNode contract = new ObjectMapper(new YAMLFactory()).readTree(new File("target/openapi/openapi.yaml"));
            contract.path("paths").properties().stream()
                    .filter(path ->
                            path.getValue().at("/get/responses/200/content").has("application/json"))
                    .forEach(path -> parameters(path.getValue())
                            .filter(parameter -> parameter.path("name").asText().equals(name))
                            .flatMap(values)
                            .forEach(value -> lists.add(
                                    path.getKey().replaceAll("\\{[^}]+}", parent) + "?" + name + "=" + value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(lists.size() > 4, () -> "The contract has next to no such lists: " + lists);
        return lists;
    }

    /**
     * Walks through a list page by page, and compares with all of it, sorted here: stable, so that equal ones are in the order of
     * creation, and backwards in the reverse of that.
     *
     * @param list with its order
     * @param filter that the list is read with; {@code &initiativeId=…}, or empty
     * @param get answers to a path
     */
    public static void walk(String list, String filter, Function<String, JsonNode> get) {
        String path = list.substring(0, list.indexOf('?'));
        String order = list.substring(list.indexOf('=') + 1);
        boolean descending = order.startsWith("-");
        String property = descending ? order.substring(1) : order;
        List<JsonNode> all =
                ALL.computeIfAbsent(path, whole -> pages(whole + "?limit=200" + filter, get, Integer.MAX_VALUE));
        assertTrue(all.size() > 3, () -> "There is too little in " + path + ": " + all.size());
        List<JsonNode> expected = new ArrayList<>(all);
        if (!property.equals("id")) {
            assertTrue(
                    all.stream().anyMatch(item -> item.hasNonNull(property)),
                    () -> "No item of " + path + " has " + property);
            expected.sort(Comparator.comparing(item -> item.path(property), SortedLists::compare));
        }
        if (descending) {
            Collections.reverse(expected);
        }
        // Of a long list both ends, in its two directions.
        int limit = Math.max(2, Math.min(190, all.size() / 5));
        List<JsonNode> walked = pages(list + "&limit=" + limit + filter, get, LONG);
        assertEquals(
                expected.stream().limit(LONG).toList(),
                walked.stream().limit(LONG).toList(),
                list);
    }

    private static List<JsonNode> pages(String path, Function<String, JsonNode> get, int most) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get.apply(path + next);
            page.path("items").forEach(items::add);
            next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (next != null && items.size() < most);
        return items;
    }

    /** What is missing comes last; texts by their characters. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isMissingNode() || other.isMissingNode()) {
            return Boolean.compare(one.isMissingNode(), other.isMissingNode());
        }
        if (one.isNumber()) {
            return new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText()));
        }
        return one.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*")
                ? Instant.parse(one.asText()).compareTo(Instant.parse(other.asText()))
                : one.asText().compareTo(other.asText());
    }

    private static Stream<JsonNode> parameters(JsonNode path) {
        return values(path.at("/get/parameters"));
    }

    private static Stream<JsonNode> values(JsonNode array) {
        List<JsonNode> values = new ArrayList<>();
        array.forEach(values::add);
        return values.stream();
    }
}
