package org.coalition.gateway.events;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The Kafka clients of the gateway: what the {@code kafka.*} settings say (address, security), with its own on top. They belong to no
 * group, for each gateway reads everything; what is not committed does not exist for it.
 */
@Singleton
final class Clients {
    private final Map<String, Object> common = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    Clients(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        common.putAll(kafka);
        common.remove("group.id");
        common.put("request.timeout.ms", 3_000);
        common.put("default.api.timeout.ms", 5_000);
        common.put("reconnect.backoff.max.ms", 500);
        common.put("metadata.max.age.ms", 30_000);
    }

    /** @param waitMillis how long the broker may wait for something to come: a reader that moves about would wait for that as well */
    Consumer<byte[], byte[]> consumer(String purpose, int waitMillis) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway." + purpose + "-" + number.incrementAndGet());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        // What is fetched and not yet polled is memory, too.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, waitMillis);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("client.id", "gateway.ends-" + number.incrementAndGet());
        return Admin.create(settings);
    }
}
