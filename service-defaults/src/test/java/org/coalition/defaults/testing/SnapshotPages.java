package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The snapshot of a service, page by page, as a caller gets it.
 *
 * @param reader answers an address with its body
 */
public record SnapshotPages(String path, UnaryOperator<String> reader) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 50;

    /** All events, by the resource that they are about, in their order. */
    public Map<String, JsonNode> all(int limit) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String next = "";
        while (next != null) {
            JsonNode page = page(limit, next);
            for (JsonNode event : page.path("items")) {
                assertEquals(null, all.put(event.path("subject").asText(), event), "told twice");
            }
            next = page.path("next").asText(null);
        }
        return all;
    }

    /** Fails if a statement of a page is repeated for what is on it. */
    public void assertNoStatementIsRepeated() {
        Map<String, String> beginnings = beginnings();
        beginnings.forEach((kind, cursor) -> {
            List<String> statements = SqlLog.during(
                    () -> assertTrue(page(MANY, cursor).path("items").size() > 0));
            assertEquals(
                    List.of(),
                    statements.stream()
                            .filter(one -> Collections.frequency(statements, one) > 1)
                            .toList(),
                    kind);
            // One for each kind that has nothing, and is passed over.
            assertTrue(statements.size() <= 20, kind + " takes " + statements.size());
        });
        assertTrue(beginnings.size() > 3, beginnings.toString());
    }

    /** Where the pages of each kind begin. */
    private Map<String, String> beginnings() {
        Map<String, String> beginnings = new HashMap<>();
        String next = "";
        while (next != null) {
            JsonNode page = page(200, next);
            if (!page.path("items").isEmpty()) {
                beginnings.putIfAbsent(page.at("/items/0/type").asText(), next);
            }
            next = page.path("next").asText(null);
        }
        return beginnings;
    }

    private JsonNode page(int limit, String cursor) {
        try {
            return JSON.readTree(
                    reader.apply(path + "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
