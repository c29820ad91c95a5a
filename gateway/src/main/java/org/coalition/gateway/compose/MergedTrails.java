package org.coalition.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coalition.gateway.compose.Cursors.Place;

/**
 * The pages of several audit trails as one, in the order of recording. It ends where a trail goes on behind its page, for
 * what follows there may have been recorded before what the others have left: so it can be shorter than asked for.
 */
final class MergedTrails {
    private final Map<String, Trail> trails = new TreeMap<>();
    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();

    /** The page of one service, and how far it is given out. */
    private static final class Trail {
        private final Place begin;
        private final List<JsonNode> entries = new ArrayList<>();
        private final String next;
        private int taken;

        Trail(Place begin, JsonNode page) {
            this.begin = begin;
            this.next = page.path("next").textValue();
            page.path("items").forEach(entry -> {
                if (begin.at() == null || isAfter(entry, begin)) {
                    entries.add(entry);
                }
            });
        }

        private static boolean isAfter(JsonNode entry, Place place) {
            int later = at(entry).compareTo(Instant.parse(place.at()));
            return later > 0 || later == 0 && entry.path("number").longValue() > place.number();
        }

        JsonNode head() {
            return taken < entries.size() ? entries.get(taken) : null;
        }

        boolean goesOnBehind() {
            return taken == entries.size() && next != null;
        }

        boolean isAtTheEnd() {
            return taken == entries.size() && next == null;
        }

        Place place() {
            if (goesOnBehind()) {
                return Place.of(next);
            }
            if (taken == 0) {
                return begin;
            }
            JsonNode last = entries.get(taken - 1);
            return new Place(
                    begin.cursor(),
                    last.path("at").textValue(),
                    last.path("number").longValue(),
                    false);
        }
    }

    private MergedTrails() {}

    /**
     * @param pages the page of each service
     * @param places where those pages begin
     * @param limit how many entries to give at most
     */
    static ObjectNode of(Map<String, JsonNode> pages, Map<String, Place> places, int limit) {
        MergedTrails merged = new MergedTrails();
        pages.forEach((service, page) ->
                merged.trails.put(service, new Trail(places.getOrDefault(service, Place.BEGIN), page)));
        return merged.run(limit);
    }

    private ObjectNode run(int limit) {
        while (items.size() < limit && trails.values().stream().noneMatch(Trail::goesOnBehind)) {
            String earliest = earliest();
            if (earliest == null) {
                break;
            }
            Trail trail = trails.get(earliest);
            items.addObject().put("service", earliest).set("entry", trail.head());
            trail.taken++;
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.set("items", items);
        if (!trails.values().stream().allMatch(Trail::isAtTheEnd)) {
            Map<String, Place> places = new TreeMap<>();
            trails.forEach((service, trail) -> places.put(service, trail.place()));
            page.put("next", Cursors.write(places));
        }
        return page;
    }

    private String earliest() {
        String earliest = null;
        for (Map.Entry<String, Trail> trail : trails.entrySet()) {
            JsonNode head = trail.getValue().head();
            if (head != null
                    && (earliest == null
                            || at(head).isBefore(at(trails.get(earliest).head())))) {
                earliest = trail.getKey();
            }
        }
        return earliest;
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").textValue());
    }
}
