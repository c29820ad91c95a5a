package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final String SAMPLE = """
            paths:
              /v1/things:
                get:
                  parameters:
                  - {name: q, in: query, schema: {type: string}}
                  - {name: Prefer, in: header, schema: {type: string}}
                  responses: {"200": {content: {text/csv: {schema: {type: string}}}}}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Details"}}}}
            components:
              schemas:
                Details: {type: object, properties: {title: {type: string, maxLength: 200}, tags: {type: array, maxItems: 20}}}
                Status: {type: string, enum: [DRAFT, CLOSED]}
                ThingView:
                  properties:
                    title: {type: string, examples: [{type: string}]}
                    about: {type: [string, "null"]}
                    code: {type: string, pattern: "^(?:[A-Z][A-Z0-9]{1,9})$"}
                    id: {type: string, format: uuid}
                    tags: {type: array, items: {type: string}}
                    next: {type: array, items: {$ref: "#/components/schemas/Status"}}
                    count: {type: integer, format: int32, minimum: 0}
                    sum: {type: integer, format: int64}
                    part: {$ref: "#/components/schemas/Status", type: string}
                PageThing: {properties: {items: {type: array, items: {$ref: "#/components/schemas/ThingView"}}}}
            """;

    private ObjectNode contract;

    @BeforeEach
    void bound() throws IOException {
        contract = (ObjectNode) new YAMLMapper().readTree(SAMPLE);
        Bounds.set(contract);
    }

    @Test
    void whatACallerSendsIsBoundedByTheGateway() {
        assertEquals(8192, at("/paths/~1v1~1things/get/parameters/0/schema/maxLength"));
        assertEquals(16384, at("/paths/~1v1~1things/get/parameters/1/schema/maxLength"));
    }

    @Test
    void whatIsShownIsAsLongAsWhatWasSentUnderItsName() {
        assertEquals(200, view("title/maxLength"));
        assertEquals(20, view("tags/maxItems"));
        assertEquals(1048576, view("about/maxLength"));
        assertEquals(Integer.MAX_VALUE, at("/paths/~1v1~1things/get/responses/200/content/text~1csv/schema/maxLength"));
    }

    @Test
    void whatItsFormItsPatternOrItsValuesBoundIsBoundedByThem() {
        assertEquals(36, view("id/maxLength"));
        assertEquals(10, view("code/maxLength"));
        assertEquals(2, view("next/maxItems"));
        assertEquals(200, at("/components/schemas/PageThing/properties/items/maxItems"));
    }

    @Test
    void integersKeepWhatIsSaidOfThemAndGetTheRest() {
        assertEquals(0, view("count/minimum"));
        assertEquals(Integer.MAX_VALUE, view("count/maximum"));
        assertEquals(9007199254740991L, view("sum/maximum"));
    }

    @Test
    void referencesAndExamplesStayAsTheyAre() {
        assertFalse(contract.at("/components/schemas/ThingView/properties/part").has("maxLength"));
        assertFalse(contract.at("/components/schemas/ThingView/properties/title/examples/0")
                .has("maxLength"));
    }

    @Test
    void onlyAPatternWithAnEndHasALongestMatch() {
        assertEquals(15, LongestMatch.of("^(?:\\d{8}T\\d{6})$"));
        assertEquals(64, LongestMatch.of("^(?:[0-9a-f]{64})$"));
        assertNull(LongestMatch.of("^(?:https://[^\\s]+)$"));
        assertNull(LongestMatch.of("^(?:[a-z]{2}(-[a-z]{1,8})*)$"));
        assertNull(LongestMatch.of("\\S"));
    }

    private long view(String place) {
        return at("/components/schemas/ThingView/properties/" + place);
    }

    private long at(String place) {
        JsonNode number = contract.at(place);
        assertFalse(number.isMissingNode(), place);
        return number.asLong();
    }
}
