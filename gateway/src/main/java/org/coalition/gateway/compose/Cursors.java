package org.coalition.gateway.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** One cursor over several services: where in each the next answer begins. */
final class Cursors {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<TreeMap<String, Place>> PLACES = new TypeReference<>() {};

    private Cursors() {}

    /**
     * A place in what one service tells.
     *
     * @param cursor the service's own; null at the beginning
     * @param at with {@code number}, the last entry of that page that was given out; null if none was
     * @param done whether nothing follows, and the service need not be asked
     */
    record Place(String cursor, String at, long number, boolean done) {
        static final Place BEGIN = new Place(null, null, 0, false);
        static final Place DONE = new Place(null, null, 0, true);

        static Place of(String cursor) {
            return new Place(cursor, null, 0, false);
        }
    }

    /** Thrown if a cursor is not one that we gave out. */
    static final class Foreign extends Exception {
        private static final long serialVersionUID = 1;

        Foreign() {
            super("foreign cursor", null, false, false);
        }
    }

    static String write(Map<String, Place> places) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(places));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Places are texts and numbers", e);
        }
    }

    static Map<String, Place> read(String cursor) throws Foreign {
        if (cursor == null) {
            return Map.of();
        }
        try {
            Map<String, Place> places =
                    JSON.readValue(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8), PLACES);
            if (places == null || places.containsValue(null)) {
                throw new Foreign();
            }
            return places;
        } catch (IllegalArgumentException | JsonProcessingException garbled) {
            throw new Foreign();
        }
    }
}
