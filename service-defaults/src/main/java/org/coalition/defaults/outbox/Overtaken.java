package org.coalition.defaults.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A version that a topic holds of a resource and that the database does not know, because it was restored from a backup: whoever reads
 * the topic has seen it.
 *
 * @param key of its stream
 * @param eventId of the event that tells of the version; null when it is of no interest any more
 * @param sequence the version
 * @param resource as it was then, as JSON
 * @param audience who could know of it: a visibility, or parties
 */
public record Overtaken(
        UUID aggregateId,
        String noun,
        String subject,
        String key,
        UUID eventId,
        long sequence,
        String resource,
        String audience) {
    /** Of a Kafka record: the aggregate, which its subject does not always name. */
    static final String AGGREGATE = "aggregate";

    private static final String AUDIENCE = "ce_audience";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TYPE = Pattern.compile("org\\.coalition\\.([a-z-]+)\\.([a-z-]+)\\.v1");

    /** What waits in the outbox is known, though not settled yet; so is what the audit trail has. */
    private static final String NOTE = """
            INSERT INTO outbox_overtaken AS known (aggregate_id, noun, subject, key, sequence, resource, audience)
            SELECT * FROM (SELECT ?::uuid AS aggregate_id, ?, ?, ?, ?::bigint AS sequence, ?::jsonb, ?) AS seen
            WHERE NOT EXISTS (SELECT 1 FROM outbox_event WHERE event_id = ?)
              AND sequence > coalesce(
                (SELECT max(aggregate_version) FROM audit_entry e WHERE e.aggregate_id = seen.aggregate_id), 0)
            ON CONFLICT (aggregate_id) DO UPDATE SET sequence = EXCLUDED.sequence, resource = EXCLUDED.resource,
              audience = EXCLUDED.audience, announced_at = NULL
            WHERE known.sequence < EXCLUDED.sequence""";

    private static final String WAITING = """
            SELECT aggregate_id, noun, subject, key, sequence, resource, audience FROM outbox_overtaken
            WHERE announced_at IS NULL ORDER BY found_at LIMIT ?""";

    private static final String ANNOUNCED =
            "UPDATE outbox_overtaken SET announced_at = clock_timestamp() WHERE aggregate_id = ?";

    /** What a record says; nothing if it only withholds, which stands beside a record that says more, or is none of ours. */
    static Optional<Overtaken> of(ConsumerRecord<?, byte[]> message) {
        Matcher type = TYPE.matcher(text(message, "ce_type"));
        if (message.value() == null || !type.matches()) {
            return Optional.empty();
        }
        try {
            JsonNode resource = JSON.readTree(message.value()).path("after");
            if (!resource.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new Overtaken(
                    UUID.fromString(text(message, AGGREGATE)),
                    type.group(1),
                    text(message, "ce_subject"),
                    new String((byte[]) message.key(), StandardCharsets.UTF_8),
                    UUID.fromString(text(message, "ce_id")),
                    Long.parseLong(text(message, "ce_sequence")),
                    resource.toString(),
                    text(
                            message,
                            message.headers().lastHeader(AUDIENCE) == null ? "ce_dataclassification" : AUDIENCE)));
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    /** Writes down which of these the database does not know. */
    static void note(Connection connection, List<Overtaken> seen) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            for (Overtaken one : seen) {
                note.setObject(1, one.aggregateId);
                note.setString(2, one.noun);
                note.setString(3, one.subject);
                note.setString(4, one.key);
                note.setLong(5, one.sequence);
                note.setString(6, one.resource);
                note.setString(7, one.audience);
                note.setObject(8, one.eventId);
                note.addBatch();
            }
            note.executeBatch();
        }
    }

    /** The last version that was seen of each of some resources for which nothing has been announced since. */
    public static List<Overtaken> waiting(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                List<Overtaken> waiting = new ArrayList<>();
                while (row.next()) {
                    waiting.add(new Overtaken(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            null,
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7)));
                }
                return waiting;
            }
        }
    }

    /** From now on it waits no more. */
    public void announced(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ANNOUNCED)) {
            update.setObject(1, aggregateId);
            update.executeUpdate();
        }
    }

    private static String text(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
