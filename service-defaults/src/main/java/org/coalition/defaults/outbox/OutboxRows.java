package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits in the outbox, and what is parked there. */
final class OutboxRows {
    /** No batch is larger in memory, whatever its number of rows; the size of a stored text is known without reading it. */
    private static final int MAX_BYTES = 8_000_000;

    private static final String UNPARKED = "aggregate_id <> ALL (ARRAY(SELECT aggregate_id FROM outbox_parked))";

    private static final String NEXT = """
            SELECT id, event_id, aggregate_id, topic, partition, key, headers, payload
            FROM (SELECT *, sum(size) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) - size AS bytes_before
                  FROM (SELECT *, coalesce(octet_length(payload), 0) AS size
                        FROM outbox_event WHERE %s ORDER BY id LIMIT ?) AS first) AS measured
            WHERE bytes_before < ?
            ORDER BY id""".formatted(UNPARKED);

    private static final String BACKLOG = """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox_event LIMIT 1000000) AS counted),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at) FROM outbox_event
                             WHERE %s ORDER BY id LIMIT 1), 0),
                   (SELECT count(*) FROM outbox_parked)""".formatted(UNPARKED);

    private static final String PARK = """
            INSERT INTO outbox_parked (aggregate_id, reason) VALUES (?, ?) ON CONFLICT (aggregate_id) DO NOTHING""";

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * How much waits.
     *
     * @param rows all that are there; a million stands for more
     * @param oldestSeconds the age of the first that is not parked; 0 if there is none
     * @param parked aggregates whose rows are skipped
     */
    record Backlog(long rows, double oldestSeconds, long parked) {}

    /** The first rows in the order in which they are to be published, without those of parked aggregates. */
    List<OutboxRow> next(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, limit);
            select.setInt(2, MAX_BYTES);
            try (ResultSet row = select.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
                }
                return rows;
            }
        }
    }

    /** Whether any row is there, parked or not. */
    boolean any() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM outbox_event)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void noteOvertaken(List<Overtaken> seen) throws SQLException {
        Overtaken.note(connection, seen);
    }

    Backlog backlog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BACKLOG)) {
            row.next();
            return new Backlog(row.getLong(1), row.getDouble(2), row.getLong(3));
        }
    }

    /** Lets the rows of an aggregate wait until an operator deletes its line in {@code outbox_parked}. */
    void park(UUID aggregateId, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PARK)) {
            insert.setObject(1, aggregateId);
            insert.setString(2, reason);
            insert.executeUpdate();
        }
    }
}
