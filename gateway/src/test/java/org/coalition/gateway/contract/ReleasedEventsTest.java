package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who reads our events by the last released schemas can go on doing so. {@code -Dcontract.release} makes those of today the released ones,
 * which is a promise: what it breaks is to become another version of its type.
 */
class ReleasedEventsTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract/asyncapi.yaml");
    private static final Path RELEASED = Path.of("src/test/resources/contract/released-events.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Test
    void nothingThatWasReleasedIsBroken() throws IOException {
        JsonNode now = EventPromise.of(YAML.readTree(Files.readString(CONTRACT)));
        if (System.getProperty("contract.release") != null) {
            Files.writeString(RELEASED, YAML.writeValueAsString(now));
        }
        assertTrue(
                Files.exists(RELEASED), "No events are released; run this test with -Dcontract.release and commit it");
        JsonNode released = YAML.readTree(Files.readString(RELEASED));
        assertTrue(released.at("/components/messages").size() > 200);
        assertEquals(List.of(), EventCompatibility.breaks(released, now));
    }
}
