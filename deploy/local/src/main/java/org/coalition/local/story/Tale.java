package org.coalition.local.story;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** The London story as the JSON files under {@code london/} tell it. */
final class Tale {
    // Amounts of money reach the API with the digits that the story gives them.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String REMARK = "illustrative";

    private Tale() {}

    static JsonNode read(String file) {
        try (InputStream in = Tale.class.getResourceAsStream("/london/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("london/" + file + " cannot be read", e);
        }
    }

    static List<JsonNode> list(JsonNode holder, String name) {
        return StreamSupport.stream(holder.path(name).spliterator(), false).toList();
    }

    /** The part of an entry that the API takes: without our remarks and without what is told in a request of its own. */
    static ObjectNode body(JsonNode entry, String... toldApart) {
        ObjectNode body = entry.deepCopy();
        body.remove(REMARK);
        body.remove(List.of(toldApart));
        return body;
    }
}
