package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract that the gateway serves is the merge of those that the services commit; {@code -Dcontract.update} writes it anew. */
class CommittedContractTest {
    private static final Path MERGED = Path.of("src/main/resources/contract/openapi.yaml");
    // A text that looks like a number keeps its quotes.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Test
    void theServedContractIsTheMergeOfTheServices() throws IOException {
        Map<String, ObjectNode> services = new LinkedHashMap<>();
        for (String service : List.of("meetings", "initiatives", "webhooks")) {
            ObjectNode document = read(folder(service).resolve("openapi.yaml"));
            if (!service.equals("webhooks")) {
                // Those of the webhooks themselves go to no webhook.
                EventFiles.of(service).putInto(document, EventFiles.attributes("attributes"));
            }
            services.put(service, document);
        }
        services.put("gateway", read(Path.of("src/main/resources/contract/gateway.yaml")));
        ObjectNode merged = ContractMerge.merge(
                read(Path.of("src/main/resources/contract/frame.yaml")), services, ExampleFiles.read());
        if (System.getProperty("contract.update") != null) {
            Files.writeString(MERGED, YAML.writeValueAsString(merged));
        }
        assertEquals(
                YAML.writeValueAsString(merged),
                YAML.writeValueAsString(read(MERGED)),
                "The merged contract has changed; if that is meant, run the build with -Dcontract.update and commit it");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        ObjectNode contract = read(MERGED);
        ContractMerge.references(contract)
                .forEach(reference ->
                        assertFalse(contract.at("/components/" + reference).isMissingNode(), reference));
    }

    @Test
    void everyServiceIsInIt() throws IOException {
        assertEquals(
                Set.of("meetings", "initiatives", "webhooks", "gateway"),
                Set.copyOf(read(MERGED).path("paths").findValuesAsText("x-service")));
    }

    @Test
    void theWholeAuditTakesWhatTheTrailsOfTheServicesTake() throws IOException {
        JsonNode paths = read(MERGED).path("paths");
        for (String read : List.of("", "/verify")) {
            JsonNode whole = paths.path("/v1/audit" + read).path("get").path("parameters");
            for (String service : List.of("meetings", "initiatives", "webhooks")) {
                assertEquals(
                        paths.path("/v1/audit/" + service + read).path("get").path("parameters"),
                        whole,
                        service + read);
            }
        }
    }

    /** Where the documents of a service are; the webhooks are within the gateway. */
    private static Path folder(String service) {
        return Path.of(service.equals("webhooks") ? "." : "../" + service + "-service");
    }

    private static ObjectNode read(Path document) throws IOException {
        return (ObjectNode) YAML.readTree(Files.readString(document));
    }
}
