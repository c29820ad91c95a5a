package org.coalition.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Finds out what a predecessor, or this relay before it failed, had published without settling it. With the predecessor fenced,
 * nothing new of it can appear behind the topics' ends: so what stands between the remembered positions and those ends is all
 * that can be in the topic and in the outbox at once. Anything else there is what a database has lost that was restored from a backup.
 */
final class ReadBack {
    private static final int CHUNK = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 10;
    private static final Duration POLL = Duration.ofMillis(100);

    private final TopicEnds ends;
    private final KafkaSettings kafka;
    private final OutboxLease lease;
    private final OutboxRows rows;
    private final String auditTopic;

    ReadBack(TopicEnds ends, KafkaSettings kafka, OutboxLease lease, OutboxRows rows, String auditTopic) {
        this.ends = ends;
        this.kafka = kafka;
        this.lease = lease;
        this.rows = rows;
        this.auditTopic = auditTopic;
    }

    /**
     * Settles what the topics already hold, and remembers their ends.
     *
     * @return how many waiting events were found there, each of which would have been published twice
     * @throws Blocked if the topics cannot be those that the positions speak of
     */
    int run() throws SQLException, LeaseLost, Blocked, InterruptedException {
        Map<TopicPartition, Long> end = ends.uncommitted();
        awaitCommitted(end);
        int found = read(starts(end, rows.any()), end);
        lease.settleEvents(List.of(), new Positions(end));
        return found;
    }

    /** Behind the last stable offset a read_committed consumer sees nothing, so an open transaction has to end first. */
    private void awaitCommitted(Map<TopicPartition, Long> end) throws SQLException, LeaseLost, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (behind(ends.committed(), end)) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("A transaction in the topics has not ended for " + PATIENCE);
            }
            lease.keep();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private Map<TopicPartition, Long> starts(Map<TopicPartition, Long> end, boolean pending) throws Blocked {
        Map<TopicPartition, Long> first = ends.first();
        Map<TopicPartition, Long> from = new HashMap<>();
        for (TopicPartition partition : end.keySet()) {
            long start = first.get(partition);
            long position = lease.positions().offsets().getOrDefault(partition, start);
            if (position > end.get(partition)) {
                throw new Blocked("The outbox remembers offset " + position + " of " + partition + ", which ends at "
                        + end.get(partition)
                        + ": this is another topic, or it has lost records. If it may go on with this"
                        + " topic: UPDATE outbox_lease SET positions = '{}'");
            }
            if (position < start && pending) {
                throw new Blocked("The outbox remembers offset " + position + " of " + partition + ", which begins at "
                        + start + " only: whether the waiting events were published cannot be known any more. Compare"
                        + " outbox_event with the consumers, delete what they have, then: UPDATE outbox_lease SET"
                        + " positions = '{}'");
            }
            from.put(partition, Math.max(position, start));
        }
        return from;
    }

    private int read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> end) throws SQLException, LeaseLost {
        from.entrySet().removeIf(entry -> entry.getValue() >= end.get(entry.getKey()));
        if (from.isEmpty()) {
            return 0;
        }
        int found = 0;
        List<UUID> chunk = new ArrayList<>();
        List<Overtaken> seen = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = kafka.reader()) {
            reader.assign(from.keySet());
            from.forEach(reader::seek);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (behind(from, end)) {
                for (ConsumerRecord<byte[], byte[]> message : reader.poll(POLL)) {
                    collect(message, chunk, seen);
                }
                for (TopicPartition partition : from.keySet()) {
                    long position = reader.position(partition);
                    if (from.put(partition, position) < position) {
                        deadline = System.nanoTime() + PATIENCE.toNanos();
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("Reading back made no progress for " + PATIENCE);
                }
                lease.keep();
                if (chunk.size() >= CHUNK) {
                    found += settle(chunk, seen, from);
                }
            }
        }
        return found + settle(chunk, seen, from);
    }

    private int settle(List<UUID> chunk, List<Overtaken> seen, Map<TopicPartition, Long> from)
            throws SQLException, LeaseLost {
        // First, as what is settled waits no more. Without any position this is a beginning, or what an operator
        // decided.
        if (!lease.positions().offsets().isEmpty()) {
            rows.noteOvertaken(seen);
        }
        int found = lease.settleEvents(chunk, new Positions(from));
        chunk.clear();
        seen.clear();
        return found;
    }

    private void collect(ConsumerRecord<byte[], byte[]> message, List<UUID> chunk, List<Overtaken> seen) {
        if (!message.topic().equals(auditTopic)) {
            Overtaken.of(message).ifPresent(seen::add);
        }
        Header id = message.headers().lastHeader("ce_id");
        if (id == null) {
            return;
        }
        try {
            chunk.add(UUID.fromString(new String(id.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            // Not one of ours: the outbox gives only UUIDs.
        }
    }

    private static boolean behind(Map<TopicPartition, Long> position, Map<TopicPartition, Long> end) {
        return position.entrySet().stream().anyMatch(entry -> entry.getValue() < end.get(entry.getKey()));
    }
}
