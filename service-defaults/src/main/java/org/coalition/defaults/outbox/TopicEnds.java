package org.coalition.defaults.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Where the partitions of all topics begin and end, as the broker says. */
final class TopicEnds implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 6;

    private final Admin admin;
    private final List<String> topics;
    private final int partitions;

    TopicEnds(Admin admin, OutboxConfig config) {
        this.admin = admin;
        this.topics = config.topics();
        this.partitions = config.partitions();
    }

    /**
     * Sees that the topics are as the outbox was told. The partition of a key follows from their number.
     *
     * @throws Blocked if one has another number of partitions
     */
    void verify() throws Blocked {
        Map<String, TopicDescription> found = get(admin.describeTopics(topics).allTopicNames());
        for (TopicDescription topic : found.values()) {
            if (topic.partitions().size() != partitions) {
                throw new Blocked(
                        "Topic " + topic.name() + " has " + topic.partitions().size()
                                + " partitions, but outbox.partitions says " + partitions
                                + ": with another number of them a key"
                                + " would change its partition and its events their order");
            }
        }
    }

    /** The first offset that retention has left. */
    Map<TopicPartition, Long> first() {
        return offsets(OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** The end of what is replicated, open transactions included: the high watermark. */
    Map<TopicPartition, Long> uncommitted() {
        return offsets(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** The end of what a read_committed consumer sees: the last stable offset. */
    Map<TopicPartition, Long> committed() {
        return offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Asking for " + topics + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "The broker did not answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
