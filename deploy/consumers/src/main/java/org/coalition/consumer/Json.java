package org.coalition.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a copy needs of an event's data. Amounts keep their digits. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** The resource, as the API shows it; null if there are no data. */
    static String after(String data) {
        try {
            return data == null ? null : MAPPER.readTree(data).path("after").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + data, e);
        }
    }
}
