package org.coalition.gateway.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.coalition.gateway.compose.Cursors.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedTrailsTest {
    private static final Instant NOON = Instant.parse("2025-03-02T12:00:00Z");

    /** One entry of a trail; a withheld one is in no page, though it takes a place in it. */
    private record Entry(String service, long second, int number, boolean withheld) {}

    @Test
    void aWalkGivesEveryEntryOnceInTheOrderOfRecording() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, List<Entry>> trails = Map.of(
                    "meetings", trail("meetings", random),
                    "initiatives", trail("initiatives", random));
            List<String> expected = trails.values().stream()
                    .flatMap(List::stream)
                    .filter(entry -> !entry.withheld())
                    .sorted(Comparator.comparingLong(Entry::second)
                            .thenComparing(Entry::service)
                            .thenComparing(Entry::number))
                    .map(entry -> entry.service() + entry.number())
                    .toList();
            assertEquals(expected, walk(trails, 1 + random.nextInt(7)), "seed " + seed);
        }
    }

    @Test
    void whatIsRecordedDuringAWalkComesInItsTurn() {
        List<Entry> meetings = new ArrayList<>(List.of(new Entry("meetings", 1, 1, false)));
        List<Entry> initiatives = List.of(new Entry("initiatives", 2, 1, false), new Entry("initiatives", 3, 2, false));
        ObjectNode first = page(Map.of("meetings", meetings, "initiatives", initiatives), Map.of(), 2);
        assertEquals(List.of("meetings1", "initiatives1"), names(first));
        meetings.add(new Entry("meetings", 4, 2, false));
        ObjectNode second = page(
                Map.of("meetings", meetings, "initiatives", initiatives),
                places(first.path("next").textValue()),
                2);
        assertEquals(List.of("initiatives2", "meetings2"), names(second));
        assertNull(second.get("next"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "%%%",
                "",
                "[]",
                "null",
                "1",
                "{\"meetings\":null}",
                "{\"meetings\":{\"x\":1}}",
                "{}{}"
            })
    void aCursorOfOnesOwnMakingIsForeign(String text) {
        assertThrows(Cursors.Foreign.class, () -> Cursors.read(text));
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThrows(Cursors.Foreign.class, () -> Cursors.read(encoded));
    }

    private static List<Entry> trail(String service, Random random) {
        List<Entry> trail = new ArrayList<>();
        long second = 0;
        int size = random.nextInt(30);
        for (int number = 1; number <= size; number++) {
            second += random.nextInt(3);
            trail.add(new Entry(service, second, number, random.nextInt(4) == 0));
        }
        return trail;
    }

    private static List<String> walk(Map<String, List<Entry>> trails, int limit) {
        List<String> walked = new ArrayList<>();
        Map<String, Place> places = Map.of();
        for (int pages = 0; pages < 200; pages++) {
            ObjectNode page = page(trails, places, limit);
            List<String> names = names(page);
            assertTrue(names.size() <= limit);
            walked.addAll(names);
            if (page.get("next") == null) {
                return walked;
            }
            places = places(page.path("next").textValue());
        }
        throw new AssertionError("The walk does not end");
    }

    private static Map<String, Place> places(String cursor) {
        try {
            return Cursors.read(cursor);
        } catch (Cursors.Foreign e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(ObjectNode page) {
        List<String> names = new ArrayList<>();
        page.path("items")
                .forEach(item -> names.add(item.path("service").textValue()
                        + item.path("entry").path("number").intValue()));
        return names;
    }

    private static ObjectNode page(Map<String, List<Entry>> trails, Map<String, Place> places, int limit) {
        Map<String, JsonNode> pages = new HashMap<>();
        for (String service : Set.of("meetings", "initiatives")) {
            String cursor = places.getOrDefault(service, Place.BEGIN).cursor();
            pages.put(service, told(trails.get(service), cursor == null ? 0 : Integer.parseInt(cursor), limit));
        }
        return MergedTrails.of(pages, places, limit);
    }

    /** As a service tells: rows first, of which the withheld ones are then left out. */
    private static JsonNode told(List<Entry> trail, int from, int limit) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        int end = Math.min(trail.size(), from + limit);
        trail.subList(from, end).stream().filter(entry -> !entry.withheld()).forEach(entry -> items.addObject()
                .put("number", entry.number())
                .put("at", NOON.plusSeconds(entry.second()).toString()));
        if (end < trail.size()) {
            page.put("next", String.valueOf(end));
        }
        return page;
    }
}
