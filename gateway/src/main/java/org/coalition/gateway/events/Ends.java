package org.coalition.gateway.events;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Where the partitions begin and end. */
final class Ends implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 4;

    private final Admin admin;
    private final Layout layout;

    Ends(Admin admin, Layout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    /** The end of what is replicated, open transactions included: whatever was published before now lies before it. */
    Map<TopicPartition, Long> highWatermarks(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The ends of all partitions. */
    Cursor ends() {
        return cursor(highWatermarks(layout.partitions()));
    }

    /** The first records that are still there. */
    Cursor begins() {
        return cursor(offsets(layout.partitions(), OffsetSpec.earliest()));
    }

    /** The first records that were published at this time or later; the ends where there are none. */
    Cursor at(Instant time) {
        Cursor ends = ends();
        Map<TopicPartition, Long> found =
                offsets(layout.partitions(), OffsetSpec.forTimestamp(Math.max(0, time.toEpochMilli())));
        long[] offsets = ends.offsets();
        found.forEach((partition, offset) -> {
            if (offset >= 0) {
                offsets[layout.place(partition)] = offset;
            }
        });
        return Cursor.of(offsets);
    }

    private Cursor cursor(Map<TopicPartition, Long> found) {
        long[] offsets = new long[layout.places()];
        found.forEach((partition, offset) -> offsets[layout.place(partition)] = offset);
        return Cursor.of(offsets);
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> answer = admin.listOffsets(
                            asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, Long> offsets = new HashMap<>();
            answer.forEach((partition, found) -> offsets.put(partition, found.offset()));
            return offsets;
        } catch (ExecutionException e) {
            throw new KafkaException("The broker does not tell the ends: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "The broker did not tell the ends within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
