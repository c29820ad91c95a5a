package org.coalition.defaults.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay's Kafka clients: what the service's {@code kafka.*} settings say (address, security), with the relay's own on top.
 * The timeouts are short, because starting over is cheap and safe, and waiting is neither.
 */
final class KafkaSettings {
    private final Map<String, Object> common = new HashMap<>();
    private final OutboxConfig config;

    KafkaSettings(Map<String, ?> kafka, OutboxConfig config) {
        common.putAll(kafka);
        common.remove("group.id");
        common.put("client.id", config.topic() + ".relay");
        common.put("request.timeout.ms", 2_000);
        common.put("default.api.timeout.ms", 5_000);
        common.put("reconnect.backoff.max.ms", 500);
        this.config = config;
    }

    /** Its transactional id is the service's: whoever initialises it fences whoever had it before. */
    Producer<String, String> producer() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.maxBytes() + 100_000);
        if (config.mode() == OutboxConfig.Mode.EXACTLY_ONCE) {
            settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.topic() + ".relay");
            settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        }
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    KafkaConsumer<byte[], byte[]> reader() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(common);
    }
}
