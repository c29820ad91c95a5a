package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSchemasTest {
    private static final String DATA = """
            {"after": {"id": "01a2129b-2a6b-797f-93ff-4e4e9580ed7e", "status": "DRAFT"}, "changed": ["status"], "facts": {"reason": "why"}}""";

    @TempDir
    private Path module;

    private EventSchemas schemas;

    @BeforeEach
    void commit() throws IOException {
        Path folder = Files.createDirectories(module.resolve("src/main/resources/org/coalition/thing/events"));
        Files.writeString(folder.resolve("thing.v1.json"), """
                {"type": "object", "required": ["id"],
                 "properties": {"id": {"type": "string", "format": "uuid"}, "status": {"$ref": "#/$defs/Status"}},
                 "$defs": {"Status": {"type": "string", "enum": ["DRAFT"]}}}""");
        Files.writeString(folder.resolve("thing.drafted.v1.json"), """
                {"type": "object", "required": ["after", "changed", "facts"],
                 "properties": {"after": {"$ref": "thing.v1.json"},
                                "changed": {"type": "array", "items": {"type": "string"}},
                                "facts": {"type": "object", "properties": {"reason": {"type": "string"},
                                          "was": {"$ref": "thing.v1.json#/$defs/Status"}}}}}""");
        Files.writeString(folder.resolve("thing.withheld.v1.json"), "{\"type\": \"null\"}");
        schemas = new EventSchemas(module);
    }

    @Test
    void whatIsAsItsSchemaSaysHasNoFaults() {
        assertEquals(List.of(), faults("drafted", DATA, Map.of()));
        assertEquals(List.of(), faults("withheld", null, Map.of("ce_position", "12")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a property that no schema names       | '"facts": {'       | '"more": 1, "facts": {'
            the same within the resource          | '"status":'        | '"state": 1, "status":'
            the same among the facts              | '"reason":'        | '"cause":'
            a property that is missing            | '"id":'            | '"other":'
            a value that no schema names          | DRAFT              | OPEN
            a value of another type               | '"why"'            | 1
            a text that is not of its format      | '01a2129b-'        | ''
            a fact that is another than its type  | '"reason": "why"'  | '"was": "OPEN"'
            """)
    void whatIsNotIsFound(String what, String told, String changed) {
        String data = DATA.replace(told, changed);
        assertTrue(!data.equals(DATA), what);
        assertTrue(!faults("drafted", data, Map.of()).isEmpty(), what);
    }

    @Test
    void aTypeWithoutASchemaIsAFault() {
        assertEquals(List.of("There is no schema of org.coalition.thing.moved.v1"), faults("moved", DATA, Map.of()));
    }

    @Test
    void noDataWhereThereShouldBeSomeAreAFault() {
        assertTrue(!faults("drafted", null, Map.of()).isEmpty());
        assertTrue(!faults("withheld", DATA, Map.of()).isEmpty());
        assertTrue(!faults("drafted", "no JSON", Map.of()).isEmpty());
    }

    @Test
    void attributesAreLookedAtToo() {
        assertTrue(!faults("drafted", DATA, Map.of("ce_unheardof", "1")).isEmpty());
        assertTrue(!faults("drafted", DATA, Map.of("ce_sequence", "one")).isEmpty());
        assertTrue(!faults("drafted", DATA, Map.of("ce_dataclassification", "SECRET"))
                .isEmpty());
        assertTrue(!faults("drafted", DATA, Map.of("ce_id", "1")).isEmpty());
    }

    private List<String> faults(String verb, String data, Map<String, String> attributes) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "01a2129b-7d2d-717d-9579-cab5b34fd42a",
                "ce_source", "/things",
                "ce_type", "org.coalition.thing." + verb + ".v1",
                "ce_subject", "/v1/things/1",
                "ce_time", "2026-01-12T10:00:00Z",
                "ce_sequence", "1",
                "ce_dataclassification", "PUBLIC",
                "content-type", "application/json"));
        headers.putAll(attributes);
        ConsumerRecord<String, String> message = new ConsumerRecord<>("things", 0, 0, "key", data);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return schemas.faults(message);
    }
}
