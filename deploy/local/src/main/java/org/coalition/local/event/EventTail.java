package org.coalition.local.event;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.coalition.local.process.StackFailure;
import org.coalition.local.stack.KafkaBroker;

/** Follows all topics as any consumer could: what came last, then what comes. */
public final class EventTail {
    private static final int LAST = 20;
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final PrintStream out;

    /** With the settings of a client that may read all topics. */
    public EventTail(Map<String, Object> kafka, PrintStream out) {
        this.kafka = kafka;
        this.out = out;
    }

    /** Prints until nobody reads any more; begins with the last few events, or with the first of all. */
    public void follow(boolean all) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = KafkaBroker.TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            rewind(consumer, all, ends);
            List<ConsumerRecord<String, byte[]>> past = upTo(consumer, ends);
            past.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            past.subList(all ? 0 : Math.max(0, past.size() - LAST), past.size()).forEach(this::print);
            while (!out.checkError()) {
                consumer.poll(WAIT).forEach(this::print);
            }
        } catch (KafkaException e) {
            throw new StackFailure(
                    "kafka does not answer at " + kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)
                            + ": is the stack up?",
                    e);
        }
    }

    private void rewind(KafkaConsumer<String, byte[]> consumer, boolean all, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(ends.keySet());
        // Offsets also count the end marks of transactions, hence twice as many.
        ends.forEach((partition, end) -> consumer.seek(
                partition, all ? starts.get(partition) : Math.max(starts.get(partition), end - 2 * LAST)));
    }

    private static List<ConsumerRecord<String, byte[]>> upTo(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<String, byte[]>> past = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(past::add);
        }
        return past;
    }

    private void print(ConsumerRecord<String, byte[]> event) {
        out.println(EventLine.of(event).text());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
