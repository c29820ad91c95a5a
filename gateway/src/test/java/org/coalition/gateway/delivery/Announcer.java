package org.coalition.gateway.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/** Announces events as the services do, on the topics of the tests' broker. */
final class Announcer {
    private static final AtomicLong POSITION = new AtomicLong(1_000_000);
    private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers"), "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new StringSerializer());

    private Announcer() {}

    /** An event that any party may know; answers its id. */
    @CanIgnoreReturnValue
    static String coalition(String noun, UUID resource, String party) {
        return announce("coalition.meetings", noun, resource, party, "COALITION", List.of());
    }

    /** An event that only these parties may know, with commas; answers its id. */
    @CanIgnoreReturnValue
    static String restricted(String noun, UUID resource, String party, String audience) {
        return announce(
                "coalition.meetings.restricted",
                noun,
                resource,
                party,
                "RESTRICTED",
                List.of(header("ce_audience", audience)));
    }

    private static String announce(
            String topic, String noun, UUID resource, String party, String classification, List<Header> more) {
        String id = UUID.randomUUID().toString();
        String now = Instant.now().toString();
        ProducerRecord<String, String> message = new ProducerRecord<>(
                topic, resource.toString(), "{\"after\":{\"id\":\"" + resource + "\"},\"changed\":[],\"facts\":{}}");
        List.of(
                        header("ce_specversion", "1.0"),
                        header("ce_id", id),
                        header("ce_source", "/meetings"),
                        header("ce_type", "org.coalition." + noun + ".revised.v1"),
                        header("ce_subject", "/v1/" + noun + "s/" + resource),
                        header("ce_time", now),
                        header("ce_recordedtime", now),
                        header("ce_sequence", "1"),
                        header("ce_partykey", party),
                        header("ce_dataclassification", classification),
                        header("ce_position", Long.toString(POSITION.incrementAndGet())))
                .forEach(message.headers()::add);
        more.forEach(message.headers()::add);
        try {
            PRODUCER.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
