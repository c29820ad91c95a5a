package org.coalition.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * A finished event on its way into the outbox.
 *
 * @param seq counts the events of one version
 * @param key of the Kafka record; what has the same key keeps its order
 * @param headers of the Kafka record, a JSON object of texts
 * @param payload null for an event without data
 */
public record Announcement(
        UUID eventId,
        String noun,
        UUID aggregateId,
        long version,
        int seq,
        String type,
        String topic,
        String key,
        String headers,
        String payload) {
    private static final String INSERT = """
            INSERT INTO outbox_event (event_id, noun, aggregate_id, aggregate_version, seq, event_type, topic, partition,
                                      key, headers, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Writes it into the outbox, in the transaction of this connection. */
    public void insert(Connection connection, int partitions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, eventId);
            insert.setString(2, noun);
            insert.setObject(3, aggregateId);
            insert.setLong(4, version);
            insert.setInt(5, seq);
            insert.setString(6, type);
            insert.setString(7, topic);
            insert.setInt(8, partition(partitions));
            insert.setString(9, key);
            insert.setString(10, headers);
            insert.setString(11, payload);
            insert.executeUpdate();
        }
    }

    /** As Kafka's own partitioner for a keyed record, so that a consumer can find the partition of a key. */
    private int partition(int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
