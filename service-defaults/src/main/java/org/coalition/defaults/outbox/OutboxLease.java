package org.coalition.defaults.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to relay, kept in one row on the database's clock. Who loses it finds out at the next settle or renewal, which then
 * change nothing: each of them names owner and epoch. The clock is for liveness only.
 */
final class OutboxLease {
    private static final String ACQUIRE = """
            UPDATE outbox_lease
            SET owner = ?, epoch = epoch + 1, expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE expires_at < clock_timestamp() OR owner = ?
            RETURNING epoch, positions, greatest(position, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)""";

    private static final String RENEW = """
            UPDATE outbox_lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE owner = ? AND epoch = ?""";

    private static final String RELEASE =
            "UPDATE outbox_lease SET expires_at = '-infinity' WHERE owner = ? AND epoch = ?";

    /** One statement, hence one outcome: renewed, moved on and deleted, or nothing of it. Never a range of ids: rows commit late. */
    private static final String SETTLE = """
            WITH renewed AS (
              UPDATE outbox_lease
              SET expires_at = clock_timestamp() + ? * interval '1 millisecond', positions = positions || ?::jsonb,
                position = greatest(position, ?)
              WHERE owner = ? AND epoch = ? RETURNING 1),
            gone AS (DELETE FROM outbox_event WHERE %s = ANY (?) AND EXISTS (SELECT 1 FROM renewed) RETURNING 1)
            SELECT (SELECT count(*) FROM renewed), (SELECT count(*) FROM gone)""";

    /** Whoever would take the lease waits for the end of the transaction. */
    private static final String HOLD = "SELECT 1 FROM outbox_lease WHERE owner = ? AND epoch = ? FOR NO KEY UPDATE";

    private static final String SETTLE_IDS = SETTLE.formatted("id");
    private static final String SETTLE_EVENTS = SETTLE.formatted("event_id");

    private final Connection connection;
    private final String owner;
    private final long millis;
    private final long epoch;
    private final Positions positions;
    private long position;
    private long renewedAt = System.nanoTime();

    private OutboxLease(
            Connection connection, String owner, Duration length, long epoch, Positions positions, long position) {
        this.connection = connection;
        this.owner = owner;
        this.millis = length.toMillis();
        this.epoch = epoch;
        this.positions = positions;
        this.position = position;
    }

    /** Takes the lease if it is free, has run out, or was this owner's already. */
    static Optional<OutboxLease> acquire(Connection connection, String owner, Duration length) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ACQUIRE)) {
            update.setString(1, owner);
            update.setLong(2, length.toMillis());
            update.setString(3, owner);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Positions positions = Positions.parse(row.getString(2));
                return Optional.of(
                        new OutboxLease(connection, owner, length, row.getLong(1), positions, row.getLong(3)));
            }
        }
    }

    long epoch() {
        return epoch;
    }

    /** As they were when the lease was taken. */
    Positions positions() {
        return positions;
    }

    /**
     * The place of the next record in the order of all that this outbox ever publishes. It is above all of earlier terms, also of
     * those that a restored database knows nothing of: a term begins at the clock's microseconds, and publishes less than one a microsecond.
     */
    long nextPosition() {
        return ++position;
    }

    /** Renews the lease if a good part of it is over. */
    void keep() throws SQLException, LeaseLost {
        if ((System.nanoTime() - renewedAt) / 1_000_000 < millis / 4) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setLong(1, millis);
            update.setString(2, owner);
            update.setLong(3, epoch);
            if (update.executeUpdate() == 0) {
                throw new LeaseLost();
            }
            renewedAt = System.nanoTime();
        }
    }

    /**
     * Deletes these rows, moves the positions on and renews the lease.
     *
     * @return how many rows were there to delete
     */
    int settle(List<Long> ids, Positions moved) throws SQLException, LeaseLost {
        return settle(SETTLE_IDS, connection.createArrayOf("bigint", ids.toArray()), moved);
    }

    /** As {@link #settle}, for events that the topic was found to hold: how many of them were still waiting? */
    int settleEvents(List<UUID> eventIds, Positions moved) throws SQLException, LeaseLost {
        return settle(SETTLE_EVENTS, connection.createArrayOf("uuid", eventIds.toArray()), moved);
    }

    /** Lets the duty be done in a transaction that commits only while the lease is held; tells whether more is left to do. */
    boolean during(LeaderDuty duty) throws SQLException, LeaseLost {
        connection.setAutoCommit(false);
        try {
            beDurable();
            requireHeld();
            boolean more = duty.perform(connection);
            connection.commit();
            return more;
        } finally {
            // After a commit there is nothing left to take back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What the duty announces may be published before PostgreSQL would have written it by itself. */
    private void beDurable() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = on");
        }
    }

    private void requireHeld() throws SQLException, LeaseLost {
        try (PreparedStatement select = connection.prepareStatement(HOLD)) {
            select.setString(1, owner);
            select.setLong(2, epoch);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLost();
                }
            }
        }
    }

    /** Throws a failure on if it was the connection's. */
    void requireUsable(Exception failure) throws SQLException {
        if (!connection.isValid(1)) {
            throw new SQLException("The connection is of no more use", failure);
        }
    }

    /** Lets another take over at once. */
    void release() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setString(1, owner);
            update.setLong(2, epoch);
            update.executeUpdate();
        }
    }

    private int settle(String sql, Array which, Positions moved) throws SQLException, LeaseLost {
        try (PreparedStatement settle = connection.prepareStatement(sql)) {
            settle.setLong(1, millis);
            settle.setString(2, moved.toJson());
            settle.setLong(3, position);
            settle.setString(4, owner);
            settle.setLong(5, epoch);
            settle.setArray(6, which);
            try (ResultSet row = settle.executeQuery()) {
                row.next();
                if (row.getInt(1) == 0) {
                    throw new LeaseLost();
                }
                renewedAt = System.nanoTime();
                return row.getInt(2);
            }
        }
    }
}
