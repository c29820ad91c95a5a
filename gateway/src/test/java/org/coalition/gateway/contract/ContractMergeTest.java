package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractMergeTest {
    private static final String FRAME = "{info: {title: Sample}, tags: [{name: Meetings, description: Of leaders}]}";
    private static final String ONE = """
            paths:
              /v1/meetings:
                get:
                  operationId: listMeetings
                  tags: [Meetings]
                  security: [{}, {SecurityScheme: []}]
                  responses:
                    "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
                    "207": {content: {application/json: {schema: {$ref: "#/components/schemas/Kind"}}}}
            components:
              schemas:
                Page: {properties: {items: {items: {$ref: "#/components/schemas/View"}}}}
                View: {properties: {title: {type: string}}}
                Problem: {properties: {status: {type: integer}}}
                Unused: {properties: {part: {$ref: "#/components/schemas/UnusedPart"}}}
                UnusedPart: {type: string}
                Kind: {oneOf: [{$ref: "#/components/schemas/View"}], discriminator: {mapping: {v: "#/components/schemas/View"}}}
              securitySchemes: {SecurityScheme: {type: http}}
            """;
    private static final String TWO = """
            security: [{oidc: []}]
            paths:
              /v1/initiatives:
                get:
                  operationId: listInitiatives
                  responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
            components:
              schemas:
                Page: {properties: {items: {items: {$ref: "#/components/schemas/View"}}}}
                View: {properties: {name: {type: string}}}
                Problem: {properties: {status: {type: integer}}}
            """;

    private static final String EVENT = """
            webhooks:
              org.coalition.meeting.convened.v1:
                post:
                  operationId: onMeetingConvened
                  requestBody:
                    content:
                      application/cloudevents+json: {schema: {properties: {data: {$ref: "#/components/schemas/View"}}}}
            """;

    @Test
    void whatIsTheSameBecomesOneAndWhatOnlySharesANameIsRenamed() throws JsonProcessingException {
        JsonNode merged = merge(ONE, TWO);
        JsonNode schemas = merged.path("components").path("schemas");
        assertTrue(schemas.has("Problem"));
        assertFalse(schemas.has("View"));
        assertFalse(schemas.has("Unused") || schemas.has("UnusedPart"));
        assertTrue(schemas.path("OneView").path("properties").has("title"));
        assertTrue(schemas.path("TwoView").path("properties").has("name"));
        // Page reads the same in both, but what it refers to does not.
        assertFalse(schemas.has("Page"));
        assertEquals(
                "#/components/schemas/TwoView",
                schemas.at("/TwoPage/properties/items/items/$ref").asText());
        assertEquals(
                "#/components/schemas/OneView",
                schemas.at("/Kind/discriminator/mapping/v").asText());
        assertEquals(
                "#/components/schemas/TwoPage",
                merged.at("/paths/~1v1~1initiatives/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
    }

    @Test
    void everyReferenceLeadsSomewhere() throws JsonProcessingException {
        JsonNode merged = merge(ONE, TWO);
        ContractMerge.references(merged)
                .forEach(reference ->
                        assertFalse(merged.at("/components/" + reference).isMissingNode(), reference));
    }

    @Test
    void eachPathSaysWhoAnswersIt() throws JsonProcessingException {
        JsonNode paths = merge(ONE, TWO).path("paths");
        assertEquals("one", paths.path("/v1/meetings").path("x-service").asText());
        assertEquals("two", paths.path("/v1/initiatives").path("x-service").asText());
    }

    @Test
    void thereIsOneSecurityScheme() throws JsonProcessingException {
        JsonNode merged = merge(ONE, TWO);
        assertEquals(1, merged.path("components").path("securitySchemes").size());
        assertEquals(
                "[{},{\"coalition\":[]}]",
                merged.at("/paths/~1v1~1meetings/get/security").toString());
        assertEquals(
                "[{\"coalition\":[]}]",
                merged.at("/paths/~1v1~1initiatives/get/security").toString());
    }

    @Test
    void theAnswersOfTheGatewayItselfStandAtEachOperation() throws JsonProcessingException {
        JsonNode merged = merge(ONE, TWO);
        for (String path : new String[] {"/paths/~1v1~1meetings/get", "/paths/~1v1~1initiatives/get"}) {
            for (String status : new String[] {"414", "431", "502", "504"}) {
                String reference =
                        merged.at(path + "/responses/" + status + "/$ref").asText();
                JsonNode answer = merged.at(reference.substring(1));
                assertTrue(answer.path("content").has("application/problem+json"), path + ' ' + status + reference);
            }
        }
    }

    @Test
    void everyAnswerHasTheHeadersOfTheEdge() throws JsonProcessingException {
        JsonNode merged = merge(ONE, TWO);
        for (String answer : new String[] {
            "/paths/~1v1~1meetings/get/responses/200",
            "/paths/~1v1~1initiatives/get/responses/200",
            "/components/responses/UriTooLong"
        }) {
            assertEquals(
                    "#/components/headers/RateLimit",
                    merged.at(answer + "/headers/RateLimit/$ref").asText(),
                    answer);
        }
        assertTrue(merged.at("/components/headers").has("RateLimit"));
    }

    @Test
    void theTagsStandInTheOrderOfTheFrame() throws JsonProcessingException {
        assertEquals(
                "[{\"name\":\"Meetings\",\"description\":\"Of leaders\"}]",
                merge(ONE, TWO).path("tags").toString());
    }

    @Test
    void eventsAreWebhooksWhoseSchemasAreRenamedAsAllOthers() throws JsonProcessingException {
        JsonNode merged = merge(ONE + EVENT, TWO);
        String place =
                "/webhooks/org.coalition.meeting.convened.v1/post/requestBody/content/application~1cloudevents+json";
        assertEquals(
                "#/components/schemas/OneView",
                merged.at(place + "/schema/properties/data/$ref").asText());
        assertCollision("announce", ONE + EVENT, TWO + EVENT.replace("onMeetingConvened", "onConvened"));
    }

    @Test
    void whatCannotBeToldApartIsAnError() {
        assertCollision("operationId", TWO.replace("listInitiatives", "listMeetings"));
        assertCollision("path", TWO.replace("/v1/initiatives", "/v1/meetings"));
        assertCollision("tags", TWO.replace("get:", "get:\n      tags: [Untold]"));
        assertCollision("is taken", TWO.replace("Problem:", "OneView:"));
        assertCollision("BadGateway", TWO + "  responses: {BadGateway: {description: Another}}\n");
        assertCollision("no operationId", TWO.replace("operationId: listInitiatives", "summary: x"));
    }

    private static void assertCollision(String what, String two) {
        assertCollision(what, ONE, two);
    }

    private static void assertCollision(String what, String one, String two) {
        ContractMerge.Collision collision = assertThrows(ContractMerge.Collision.class, () -> merge(one, two));
        assertTrue(collision.getMessage().contains(what), collision.getMessage());
    }

    private static JsonNode merge(String one, String two) throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        Map<String, ObjectNode> services = new LinkedHashMap<>();
        services.put("one", (ObjectNode) yaml.readTree(one));
        services.put("two", (ObjectNode) yaml.readTree(two));
        return ContractMerge.merge((ObjectNode) yaml.readTree(FRAME), services, Map.of());
    }
}
