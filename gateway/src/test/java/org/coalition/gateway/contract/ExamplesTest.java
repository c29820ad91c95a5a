package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in the contract as an example is one. That the services take it is for the acceptance tests, which send it. */
class ExamplesTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final String SAMPLE = """
            paths:
              /v1/meetings:
                post:
                  operationId: draftMeeting
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/MeetingDetails"}}}}
            components: {schemas: {MeetingDetails: {type: object}}}
            """;

    @Test
    void everyBodyOfARequestHasAnExampleThatFitsIt() throws IOException {
        ObjectNode contract = contract();
        List<String> faults = new ArrayList<>();
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("requestBody")
                        .path("content")
                        .forEach(media -> {
                            String reference = media.at("/examples/london/$ref").asText("#");
                            JsonNode example =
                                    contract.at(reference.substring(1)).path("value");
                            String name = operation.path("operationId").asText();
                            if (example.isMissingNode()) {
                                faults.add(
                                        name
                                                + " has no example of its body: write one into contract/examples, named as its schema");
                            } else {
                                schema(media.path("schema"), contract)
                                        .validate(example)
                                        .forEach(fault -> faults.add(name + ": " + fault));
                            }
                        })));
        assertEquals(List.of(), faults);
    }

    @Test
    void everyExampleWithinASchemaFitsIt() throws IOException {
        ObjectNode contract = contract();
        List<String> faults = new ArrayList<>();
        for (JsonNode holder : contract.findParents("examples")) {
            if (holder.path("examples").isArray()) {
                for (JsonNode example : holder.path("examples")) {
                    schema(holder, contract).validate(example).forEach(fault -> faults.add(fault + " in " + holder));
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void anExampleOfAnOperationGoesBeforeThatOfTheSchema() throws IOException {
        ObjectNode contract = (ObjectNode) new YAMLMapper().readTree(SAMPLE);
        Examples.put(contract, Map.of("draftMeeting", TextNode.valueOf("own")));
        assertEquals(
                "own", contract.at("/components/examples/draftMeeting/value").asText());
    }

    @Test
    void anExampleOfNothingIsAnError() throws IOException {
        ObjectNode contract = (ObjectNode) new YAMLMapper().readTree(SAMPLE);
        assertThrows(
                ContractMerge.Collision.class,
                () -> Examples.put(contract, Map.of("MeetingDetail", TextNode.valueOf("misspelt"))));
    }

    private static ObjectNode contract() throws IOException {
        return (ObjectNode) new YAMLMapper()
                .readTree(Path.of("src/main/resources/contract/openapi.yaml").toFile());
    }

    /** A property that no schema names is a fault, as it is for the services. */
    private static JsonSchema schema(JsonNode schema, ObjectNode contract) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode components = whole.putObject("components");
        components.set("schemas", contract.at("/components/schemas").deepCopy());
        components.path("schemas").forEach(one -> {
            if (one.has("properties")) {
                ((ObjectNode) one).put("additionalProperties", false);
            }
        });
        return SCHEMAS.getSchema(
                whole,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
