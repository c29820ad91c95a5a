package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document that the gateway serves is made of the schemas that the services commit; {@code -Dcontract.update} writes it anew. */
class CommittedEventsTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");
    private static final Path MERGED = CONTRACT.resolve("asyncapi.yaml");
    // A text that looks like a number keeps its quotes.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Test
    void theServedEventsAreThoseThatTheServicesCommit() throws IOException {
        Map<String, ServiceEvents> services = new LinkedHashMap<>();
        for (String service : List.of("meetings", "initiatives", "webhooks")) {
            services.put(service, EventFiles.of(service));
        }
        ObjectNode merged = AsyncContractMerge.merge(
                read("events-frame.yaml"),
                services,
                EventFiles.attributes("attributes"),
                EventFiles.attributes("topic-attributes"),
                read("events-samples.yaml"));
        String written = YAML.writeValueAsString(merged);
        if (System.getProperty("contract.update") != null) {
            Files.writeString(MERGED, written);
        }
        assertEquals(
                Files.exists(MERGED) ? Files.readString(MERGED) : "",
                written,
                "The events have changed; if that is meant, run the build with -Dcontract.update and commit asyncapi.yaml");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        ObjectNode document = read("asyncapi.yaml");
        for (String reference : new TreeSet<>(document.findValuesAsText("$ref"))) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void everyTypeIsAWebhookOfTheContractToo() throws IOException {
        Set<String> webhooks = new TreeSet<>();
        read("openapi.yaml").path("webhooks").fieldNames().forEachRemaining(webhooks::add);
        Set<String> messages = new TreeSet<>();
        read("asyncapi.yaml").at("/components/messages").fieldNames().forEachRemaining(messages::add);
        messages.remove("CloudEvent");
        // Those of the webhooks themselves go to no webhook.
        messages.removeIf(name -> name.startsWith("org.coalition.webhook."));
        assertEquals(webhooks, messages);
    }

    @Test
    void everyExampleIsAsItsSchemaSays() throws IOException {
        ObjectNode document = read("asyncapi.yaml");
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonNode headers = document.at("/components/messageTraits/record/headers");
        Set<String> faults = new TreeSet<>();
        for (JsonNode message : document.at("/components/messages")) {
            ObjectNode schema = message.path("payload").deepCopy();
            schema.set("components", document.path("components"));
            JsonNode example = message.at("/examples/0");
            String name = message.path("name").asText();
            factory.getSchema(schema, config)
                    .validate(example.path("payload"))
                    .forEach(fault -> faults.add(name + ' ' + fault));
            if (example.has("headers")) {
                factory.getSchema(headers, config)
                        .validate(example.path("headers"))
                        .forEach(fault -> faults.add(name + ' ' + fault));
                assertEquals(name, example.at("/headers/ce_type").asText());
            }
        }
        assertEquals(Set.of(), faults);
        assertTrue(document.at("/components/messages").size() > 200);
    }

    private static ObjectNode read(String document) throws IOException {
        return (ObjectNode) YAML.readTree(Files.readString(CONTRACT.resolve(document)));
    }
}
