package org.coalition.local.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventLineTest {
    @Test
    void anEventIsShownByItsHeaders() {
        ConsumerRecord<String, byte[]> event = record("coalition.meetings.restricted");
        Map.of(
                        "ce_time", "2025-12-08T14:00:00Z",
                        "ce_type", "org.coalition.meeting.convened.v1",
                        "ce_subject", "/v1/meetings/42",
                        "ce_sequence", "2",
                        "ce_partykey", "GB")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                new EventLine("2025-12-08T14:00:00Z", "meeting.convened.v1", "/v1/meetings/42", "2", "GB", true),
                EventLine.of(event));
    }

    @Test
    void aRecordThatIsNoEventOfOursIsShownAllTheSame() {
        assertEquals(
                new EventLine("1970-01-01T00:00:00Z", "(no event type)", "key", "?", "-", false),
                EventLine.of(record("coalition.meetings")));
    }

    private static ConsumerRecord<String, byte[]> record(String topic) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
