package org.coalition.defaults.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Per topic partition the offset after the last settled record and its marker. Whatever stands before it is known to have left the outbox;
 * whatever stands behind it may or may not have.
 */
record Positions(Map<TopicPartition, Long> offsets) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> TEXT = new TypeReference<>() {};

    static Positions parse(String json) {
        try {
            return new Positions(JSON.readValue(json, TEXT).entrySet().stream()
                    .collect(Collectors.toMap(entry -> partition(entry.getKey()), Map.Entry::getValue)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outbox_lease.positions is not readable: " + json, e);
        }
    }

    String toJson() {
        Map<String, Long> text = new TreeMap<>();
        offsets.forEach((partition, offset) -> text.put(partition.toString(), offset));
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Positions could not be written", e);
        }
    }

    private static TopicPartition partition(String text) {
        int dash = text.lastIndexOf('-');
        return new TopicPartition(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
    }
}
