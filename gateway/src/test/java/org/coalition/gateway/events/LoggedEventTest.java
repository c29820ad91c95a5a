package org.coalition.gateway.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What of an event is told to whom. */
class LoggedEventTest {
    private static final Viewer GB = Viewer.of("GB");
    private static final Viewer FR = Viewer.of("FR");
    private static final Viewer US = Viewer.of("US");
    private static final String MEETING = "0198f000-0000-7000-8000-000000000001";

    @Test
    void whatTheCoalitionKnowsIsForPartiesAndWhatIsPublicForAll() throws Exception {
        LoggedEvent known = read(Announcement.of(MEETING, 3));
        assertEquals(
                List.of("whole", "whole", "nothing"), List.of(told(known, GB), told(known, US), told(known, nobody())));
        LoggedEvent open = read(Announcement.of(MEETING, 3).open());
        assertEquals(List.of("whole", "whole"), List.of(told(open, GB), told(open, nobody())));
    }

    @Test
    void whatIsRestrictedIsForTheListedAndWithoutAListForNobody() throws Exception {
        LoggedEvent listed = read(Announcement.of(MEETING, 3).restrictedTo("FR,GB"));
        assertEquals(List.of("whole", "whole", "nothing", "nothing"), toldAll(listed));
        LoggedEvent unlisted = read(Announcement.of(MEETING, 3).restricted());
        assertEquals(List.of("nothing", "nothing", "nothing", "nothing"), toldAll(unlisted));
        LoggedEvent forNobody = read(Announcement.of(MEETING, 3).restrictedTo("-"));
        assertEquals(List.of("nothing", "nothing", "nothing", "nothing"), toldAll(forNobody));
    }

    @Test
    void whoLosesItIsToldSoAndWhoNeverKnewIsNot() throws Exception {
        LoggedEvent narrowed =
                read(Announcement.of(MEETING, 3).restrictedTo("GB").before("COALITION"));
        assertEquals(List.of("whole", "withheld", "withheld", "nothing"), toldAll(narrowed));
        LoggedEvent fromPublic =
                read(Announcement.of(MEETING, 3).restrictedTo("GB").before("PUBLIC"));
        assertEquals(List.of("whole", "withheld", "withheld", "withheld"), toldAll(fromPublic));
        LoggedEvent toCoalition = read(Announcement.of(MEETING, 3).before("PUBLIC"));
        assertEquals(List.of("whole", "whole", "whole", "withheld"), toldAll(toCoalition));
    }

    @Test
    void whoComesToKnowItBeginsAnew() throws Exception {
        LoggedEvent otherList =
                read(Announcement.of(MEETING, 3).restrictedTo("FR,US").before("FR,GB"));
        assertEquals(List.of("withheld", "whole", "begin", "nothing"), toldAll(otherList));
        LoggedEvent isNew = read(Announcement.of(MEETING, 1).restrictedTo("GB").before("-"));
        assertEquals(List.of("begin", "nothing", "nothing", "nothing"), toldAll(isNew));
        LoggedEvent opened = read(Announcement.of(MEETING, 3).open().before("COALITION"));
        assertEquals(List.of("whole", "whole", "whole", "begin"), toldAll(opened));
        LoggedEvent widened = read(Announcement.of(MEETING, 3).with("ce_sequencestart", "true"));
        assertEquals(List.of("begin", "begin", "begin", "nothing"), toldAll(widened));
    }

    @Test
    void nothingThatIsForTheGatewayAloneIsGivenOut() throws Exception {
        LoggedEvent narrowed =
                read(Announcement.of(MEETING, 3).restrictedTo("GB,FR").before("COALITION"));
        for (Viewer viewer : List.of(GB, US)) {
            JsonNode json = new ObjectMapper()
                    .readTree(narrowed.as(viewer).orElseThrow().json());
            for (String own : List.of("position", "audience", "audiencebefore")) {
                assertFalse(json.has(own), own);
            }
        }
        JsonNode withheld =
                new ObjectMapper().readTree(narrowed.as(US).orElseThrow().json());
        assertEquals("org.coalition.meeting.withheld.v1", withheld.path("type").asText());
        assertFalse(withheld.has("data") || withheld.has("datacontenttype"), withheld.toString());
    }

    @Test
    void itIsWrittenAsACloudEventOnOneLine() throws Exception {
        LoggedEvent event = read(
                Announcement.of(MEETING, 3).with("ce_correlationid", "a\"b\n").data("{\"after\":\n{\"x\": \"y\"}}"));
        String json = new String(event.json(), java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(json.contains("\n"));
        JsonNode read = new ObjectMapper().readTree(json);
        assertEquals("a\"b\n", read.path("correlationid").asText());
        assertEquals("y", read.at("/data/after/x").asText());
        assertEquals("3", read.path("sequence").asText());
        assertEquals(MEETING, event.stream());
        assertArrayEquals(
                event.data().orElseThrow(), event.as(GB).orElseThrow().data().orElseThrow());
    }

    @Test
    void theOpenTopicsOwnWordOfWithholdingIsLeftOut() throws Exception {
        assertNull(read(Announcement.of(MEETING, 3).withheld()));
    }

    @Test
    void whatIsNoEventIsRefused() {
        for (Announcement broken : List.of(
                Announcement.of(MEETING, 3).with("ce_id", ""),
                Announcement.of(MEETING, 3).with("ce_recordedtime", "yesterday"),
                Announcement.of(MEETING, 3).data("{\"after\":"),
                Announcement.of(MEETING, 3).data("{} {}"),
                Announcement.of(MEETING, 3).data("[]"),
                Announcement.of(MEETING, 3).restrictedTo("GB").data(null))) {
            assertThrows(RecordForm.Unreadable.class, () -> read(broken));
        }
    }

    private static Viewer nobody() {
        return Viewer.ANONYMOUS;
    }

    private static List<String> toldAll(LoggedEvent event) throws IOException {
        return List.of(told(event, GB), told(event, FR), told(event, US), told(event, nobody()));
    }

    private static String told(LoggedEvent event, Viewer viewer) throws IOException {
        if (event.as(viewer).isEmpty()) {
            return "nothing";
        }
        JsonNode json = new ObjectMapper().readTree(event.as(viewer).get().json());
        return !json.has("data") ? "withheld" : json.has("sequencestart") ? "begin" : "whole";
    }

    static LoggedEvent read(Announcement announcement) throws RecordForm.Unreadable {
        var sent = announcement.record();
        byte[] value = sent.value() == null ? null : sent.value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return RecordForm.read(
                new ConsumerRecord<>(
                        sent.topic(),
                        sent.partition(),
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        sent.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        value,
                        new RecordHeaders(sent.headers()),
                        java.util.Optional.empty()),
                sent.topic().endsWith(".restricted"));
    }
}
