package org.coalition.consumer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Keeps a copy of all that the open topics tell, with Kafka's own client and nothing else. */
final class PlainConsumer {
    private PlainConsumer() {}

    public static void main(String... arguments) throws Exception {
        LocalCopy copy = new LocalCopy(Path.of(arguments[0]));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                System.getenv().getOrDefault("BROKERS", "localhost:9092"),
                // Begins with the name of the party, for which the brokers let it in.
                "group.id",
                System.getenv().getOrDefault("GROUP", "gb.copy"),
                // Whoever starts under this name again takes over at once, without waiting for the session of the one
                // that died.
                "group.instance.id",
                System.getenv().getOrDefault("INSTANCE", "1"),
                // What a transaction has not committed may never have happened.
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                // The place is remembered after the copy was written, so a crash repeats and never skips.
                "enable.auto.commit",
                "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("coalition.meetings", "coalition.initiatives"));
            while (!Thread.interrupted()) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofSeconds(1))) {
                    take(copy, event);
                }
                consumer.commitSync();
            }
        }
    }

    private static void take(LocalCopy copy, ConsumerRecord<String, String> event) {
        String subject = header(event, "ce_subject");
        LocalCopy.Taken taken = copy.take(
                subject,
                Long.parseLong(header(event, "ce_sequence")),
                "true".equals(header(event, "ce_sequencestart")),
                Json.after(event.value()));
        System.out.println(
                taken + " " + header(event, "ce_type") + " " + subject + " #" + header(event, "ce_sequence"));
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
