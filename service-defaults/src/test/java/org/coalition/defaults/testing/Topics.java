package org.coalition.defaults.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What stands in some topics, as a read_committed consumer sees it. It begins where the topics end when it is opened, or, if
 * so asked, at their start.
 */
public final class Topics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(50);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    private Topics(String bootstrap, List<String> topics, boolean fromStart) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "max.poll.records", "5000"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromStart) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
    }

    /** Collects what is sent from now on to these topics of the shared broker. */
    public static Topics fromNow(String... topics) {
        return new Topics(System.getProperty("kafka.bootstrap.servers"), Arrays.asList(topics), false);
    }

    /** Collects all that these topics of the shared broker hold. */
    public static Topics fromStart(String... topics) {
        return fromStartAt(System.getProperty("kafka.bootstrap.servers"), topics);
    }

    /** Collects all that these topics of a broker hold. */
    public static Topics fromStartAt(String bootstrap, String... topics) {
        return new Topics(bootstrap, Arrays.asList(topics), true);
    }

    /**
     * Waits for the first record for which this holds, among those that came before too.
     *
     * @throws AssertionError if there is none within 20 s
     */
    public ConsumerRecord<String, String> await(Predicate<ConsumerRecord<String, String>> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        int next = 0;
        do {
            for (; next < seen.size(); next++) {
                if (wanted.test(seen.get(next))) {
                    return seen.get(next);
                }
            }
            poll(STEP);
        } while (next < seen.size() || Instant.now().isBefore(deadline));
        throw new AssertionError("No such record within " + PATIENCE + "; there came " + types());
    }

    /** Waits for a record of this CloudEvents type about this subject. */
    public ConsumerRecord<String, String> awaitEvent(String type, String subject) {
        return await(
                message -> type.equals(header(message, "ce_type")) && subject.equals(header(message, "ce_subject")));
    }

    /**
     * Waits until at least this many records are there; gives all that are.
     *
     * @throws AssertionError if fewer are there after 20 s
     */
    public List<ConsumerRecord<String, String>> await(int count) {
        return await(count, PATIENCE);
    }

    /** As {@link #await(int)}, with a patience of one's own. */
    public List<ConsumerRecord<String, String>> await(int count, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (seen.size() < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(seen.size() + " of " + count + " records came within " + patience);
            }
            poll(STEP);
        }
        return List.copyOf(seen);
    }

    /** All that stands in the topics at this moment, for a test that something did not come. */
    public List<ConsumerRecord<String, String>> all() {
        consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> {
            while (consumer.position(partition) < end) {
                poll(STEP);
            }
        });
        return List.copyOf(seen);
    }

    /** The same, and forgets them: the next time only what came since. */
    public List<ConsumerRecord<String, String>> take() {
        List<ConsumerRecord<String, String>> taken = all();
        seen.clear();
        return taken;
    }

    /** The text of a header; null if the record has none of that name. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll(Duration patience) {
        consumer.poll(patience).forEach(seen::add);
    }

    private List<String> types() {
        return seen.stream()
                .map(message -> header(message, "ce_type") + " " + header(message, "ce_subject"))
                .toList();
    }
}
