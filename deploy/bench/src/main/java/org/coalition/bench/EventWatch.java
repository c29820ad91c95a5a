package org.coalition.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of the meetings' events as the product advises: plain Kafka, committed records only. */
final class EventWatch {
    private static final List<String> TOPICS = List.of("coalition.meetings", "coalition.meetings.restricted");

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<String> arrived;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "event-watch");
    private volatile boolean closing;

    private EventWatch(String bootstrapServers, Consumer<String> arrived) {
        this.arrived = arrived;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Begins at the end of the topics; each event after that is told as {@code aggregate#version}. */
    static EventWatch start(String bootstrapServers, Consumer<String> arrived) throws InterruptedException {
        EventWatch watch = new EventWatch(bootstrapServers, arrived);
        watch.thread.start();
        watch.listening.await();
        return watch;
    }

    private void run() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listening.countDown();
        while (!closing) {
            consumer.poll(Duration.ofMillis(100)).forEach(event -> arrived.accept(name(event)));
        }
        consumer.close();
    }

    private static String name(ConsumerRecord<String, byte[]> event) {
        byte[] sequence = event.headers().lastHeader("ce_sequence").value();
        return event.key() + '#' + new String(sequence, StandardCharsets.UTF_8);
    }

    void stop() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
