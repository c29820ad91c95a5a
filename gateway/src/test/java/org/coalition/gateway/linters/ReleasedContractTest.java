package org.coalition.gateway.linters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who calls us by the last released contract can go on doing so. {@code -Dcontract.release} makes the contract of today the released
 * one, which is a promise: what it breaks is to be announced and to get a new version.
 */
class ReleasedContractTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract/openapi.yaml");
    private static final Path RELEASED = Path.of("src/test/resources/contract/released.yaml");
    private static final String SAMPLE = """
            openapi: 3.1.0
            info: {title: Sample, version: 1.0.0}
            paths:
              /v1/meetings:
                get:
                  operationId: listMeetings
                  parameters:
                  - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/MeetingView'}}}}
                    '404': {description: Not found}
                post:
                  operationId: draftMeeting
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/MeetingDetails'}}}}
                  responses:
                    '201': {description: Created}
              /v1/meetings/{id}:
                delete:
                  operationId: dropMeeting
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    '204': {description: Gone}
            components:
              schemas:
                MeetingDetails:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, maxLength: 200}
                    level: {type: string, enum: [LEADERS, EXPERT]}
                    note: {type: [string, 'null']}
                MeetingView:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    summary: {type: string}
            """;

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasReleasedIsBroken() throws IOException {
        if (System.getProperty("contract.release") != null) {
            Files.copy(CONTRACT, RELEASED, StandardCopyOption.REPLACE_EXISTING);
        }
        assertTrue(
                Files.exists(RELEASED), "No contract is released; run this test with -Dcontract.release and commit it");
        assertEquals(List.of(), Tools.orGoOnWithout(() -> Oasdiff.breaking(RELEASED, CONTRACT)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            an operation removed                 | delete:                        | x-delete:
            an optional property of an answer removed | "  summary: {type: string}" | "  about: {type: string}"
            a property of an answer now optional | required: [id]                 | required: []
            the type of an answer changed        | summary: {type: string}        | summary: {type: integer}
            a property of a request now required | required: [title]              | required: [title, level]
            a value of a request no longer taken | LEADERS, EXPERT                | EXPERT
            a text of a request shorter          | maxLength: 200                 | maxLength: 100
            null of a request no longer taken    | [string, 'null']               | string
            a parameter now required             | in: query, schema              | in: query, required: true, schema
            an answer no longer told             | '404'                          | '410'
            """)
    void isCaught(String what, String told, String changed) throws IOException {
        assertNotEquals(SAMPLE, SAMPLE.replace(told, changed), what);
        assertNotEquals(List.of(), breaking(SAMPLE.replace(told, changed)), what);
    }

    @Test
    void aNewRequiredParameterIsCaught() throws IOException {
        assertNotEquals(
                List.of(),
                breaking(
                        SAMPLE.replace(
                                "      - {name: limit",
                                "      - {name: party, in: query, required: true, schema: {type: string}}\n      - {name: limit")));
    }

    @Test
    void whatIsAddedBreaksNothing() throws IOException {
        String more = SAMPLE.replace(
                        "summary: {type: string}", "summary: {type: string}\n        place: {type: string}")
                .replace("note: {", "place: {type: string}\n        note: {")
                .replace("LEADERS, EXPERT", "LEADERS, MINISTERIAL, EXPERT")
                .replace(
                        "      - {name: limit",
                        "      - {name: party, in: query, schema: {type: string}}\n      - {name: limit")
                .replace("        '404'", "        '410': {description: Gone}\n        '404'")
                .replace(
                        "  /v1/meetings/{id}:\n",
                        "  /v1/meetings/{id}:\n    get:\n      operationId: getMeeting\n      parameters:\n"
                                + "      - {name: id, in: path, required: true, schema: {type: string}}\n"
                                + "      responses:\n        '200': {description: OK}\n");
        assertTrue(more.length() > SAMPLE.length() + 200, more);
        assertEquals(List.of(), breaking(more));
    }

    private List<String> breaking(String contract) throws IOException {
        Path released = Files.writeString(folder.resolve("released.yaml"), SAMPLE);
        Path now = Files.writeString(folder.resolve("now.yaml"), contract);
        return Tools.orGoOnWithout(() -> Oasdiff.breaking(released, now));
    }
}
