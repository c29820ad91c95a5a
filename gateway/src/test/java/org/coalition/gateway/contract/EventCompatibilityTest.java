package org.coalition.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCompatibilityTest {
    private static final String SAMPLE = """
            channels:
              meetings:
                address: coalition.meetings
                bindings: {kafka: {partitions: 6}}
                messages:
                  meeting.convened: {$ref: '#/components/messages/meeting.convened'}
            components:
              messageTraits:
                record:
                  headers:
                    type: object
                    properties:
                      ce_id: {type: string, format: uuid}
                    required: [ce_id]
                  bindings: {kafka: {key: {type: string, format: uuid}}}
              messages:
                meeting.convened:
                  headers: {properties: {ce_type: {const: meeting.convened}}}
                  payload:
                    type: object
                    properties:
                      after: {$ref: '#/components/schemas/MeetingView'}
                      facts:
                        type: object
                        properties:
                          reason: {type: string, maxLength: 2000}
                          clashes: {type: array, items: {type: string, format: uuid}}
                      note: {type: [string, 'null']}
                    required: [after]
              schemas:
                MeetingView:
                  type: object
                  properties:
                    id: {type: string, format: uuid}
                    chair: {description: Who runs it, allOf: [{$ref: '#/components/schemas/Chair'}]}
                    status: {type: string, enum: [DRAFT, CONVENED]}
                    code: {type: string, pattern: '^[A-Z]{2}$'}
                    count: {type: integer, minimum: 0, maximum: 10}
                  required: [id]
                Chair: {type: object, properties: {party: {type: string}}, required: [party]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a type of event gone                    | "    meeting.convened:\\n" | "    meeting.called:\\n"
            a type of event no longer in its topic  | "      meeting.convened: {"  | "      meeting.called: {"
            another topic                           | address: coalition.meetings  | address: coalition.meets
            another number of partitions            | partitions: 6                | partitions: 12
            another key                             | key: {type: string           | key: {type: integer
            a header gone                           | ce_id: {                     | ce_uuid: {
            a header no longer always there         | required: [ce_id]            | required: []
            another value of a header               | const: meeting.convened      | const: meeting.convened.v2
            a property gone                         | reason: {                    | cause: {
            a property of the resource gone         | count: {                     | number: {
            a property of a part gone               | properties: {party: {        | properties: {member: {
            a property no longer always there       | required: [id]               | required: []
            a property of a part no longer there    | required: [party]            | required: []
            the data no longer always there         | required: [after]            | required: []
            another type                            | count: {type: integer        | count: {type: string
            null where none was                     | reason: {type: string        | "reason: {type: [string, 'null']"
            no null where it was                    | "type: [string, 'null']"     | type: string
            a value gone                            | DRAFT, CONVENED              | DRAFT
            a value that no reader knows            | DRAFT, CONVENED              | DRAFT, CONVENED, CALLED
            any value                               | ", enum: [DRAFT, CONVENED]"  | ""
            another format                          | "items: {type: string, format: uuid}" | "items: {type: string, format: uri}"
            no format                               | "id: {type: string, format: uuid}\\n        " | "id: {type: string}\\n        "
            another pattern                         | [A-Z]{2}                     | [A-Z]{2,3}
            a longer text                           | maxLength: 2000              | maxLength: 4000
            a text of any length                    | ", maxLength: 2000"          | ""
            a greater number                        | maximum: 10                  | maximum: 11
            a smaller number                        | minimum: 0                   | minimum: -1
            a list of something else                | "items: {type: string, format: uuid}" | "items: {type: object}"
            """)
    void whatBreaksAReaderIsFound(String what, String told, String changed) throws JsonProcessingException {
        String now = SAMPLE.replace(unescaped(told), unescaped(changed));
        assertNotEquals(SAMPLE, now, what);
        assertNotEquals(List.of(), breaks(now), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a property           | "        count: {"             | "        place: {type: string}\\n        count: {"
            a required property  | "      required: [id]"         | "        place: {type: string}\\n      required: [id, place]"
            one more that is always there | required: [id]        | required: [id, status]
            a type of event      | "    meeting.convened:\\n"    | "    meeting.held:\\n      payload: {type: object}\\n    meeting.convened:\\n"
            a fact               | "              reason: {"     | "              by: {type: string}\\n              reason: {"
            a header             | "          ce_id: {"           | "          ce_more: {type: string}\\n          ce_id: {"
            a shorter text       | maxLength: 2000                | maxLength: 1000
            other words          | Who runs it                    | Who holds the chair
            no words             | "description: Who runs it, "   | ""
            """)
    void whatIsAddedBreaksNobody(String what, String told, String changed) throws JsonProcessingException {
        String now = SAMPLE.replace(unescaped(told), unescaped(changed));
        assertNotEquals(SAMPLE, now, what);
        assertEquals(List.of(), breaks(now), what);
    }

    @Test
    void theSameBreaksNothing() throws JsonProcessingException {
        assertEquals(List.of(), breaks(SAMPLE));
    }

    @Test
    void aPromiseHasNoWordsButPropertiesThatAreCalledSo() throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        String promised = EventPromise.of(yaml.readTree(
                        "{title: Words, properties: {title: {type: string, description: Of it, examples: [London]}}}"))
                .toString();
        assertEquals("{\"properties\":{\"title\":{\"type\":\"string\"}}}", promised);
        assertTrue(breaks(yaml.writeValueAsString(EventPromise.of(yaml.readTree(SAMPLE))))
                .isEmpty());
    }

    private static List<String> breaks(String now) throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        return EventCompatibility.breaks(yaml.readTree(SAMPLE), yaml.readTree(now));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
