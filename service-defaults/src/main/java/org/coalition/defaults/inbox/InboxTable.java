package org.coalition.defaults.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes what was received. A version that is not newer than the one that is there changes nothing: so it does not matter
 * how often a record comes, nor in which order those of the open and of the restricted topic do.
 */
final class InboxTable {
    private static final String UPSERT = """
            INSERT INTO read_copy AS known (subject, noun, key, sequence, event_type, classification, data, happened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            ON CONFLICT (subject) DO UPDATE SET
              noun = EXCLUDED.noun, key = EXCLUDED.key, sequence = EXCLUDED.sequence, event_type = EXCLUDED.event_type,
              classification = EXCLUDED.classification, data = EXCLUDED.data, happened_at = EXCLUDED.happened_at,
              recorded_at = clock_timestamp()
            WHERE known.sequence < EXCLUDED.sequence""";

    /**
     * The open topic carries the resource no longer. What is known of it is old then, and from now on for nobody, until the
     * restricted topic's record of the same version comes and says for whom it is.
     */
    private static final String WITHHOLD = """
            UPDATE read_copy SET data = data || '{"visibility": "RESTRICTED", "visibleTo": []}', recorded_at = clock_timestamp()
            WHERE subject = ? AND sequence < ?""";

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /** Lets go on only if the database is there. */
    void requireDatabase() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement look = connection.prepareStatement("SELECT 1 FROM read_copy LIMIT 1")) {
            look.executeQuery().close();
        }
    }

    /**
     * Stores all of them or none.
     *
     * @return how many brought something newer
     */
    int store(List<Received> batch) throws SQLException {
        if (batch.isEmpty()) {
            return 0;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
                    PreparedStatement withhold = connection.prepareStatement(WITHHOLD)) {
                int stored = 0;
                for (Received received : batch) {
                    if (received.isWithheld()) {
                        // In their order: what stands before it must be there to be withheld.
                        stored += sum(upsert.executeBatch());
                        withhold.setString(1, received.subject());
                        withhold.setLong(2, received.sequence());
                        stored += withhold.executeUpdate();
                    } else {
                        add(upsert, received);
                    }
                }
                stored += sum(upsert.executeBatch());
                connection.commit();
                return stored;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static void add(PreparedStatement upsert, Received received) throws SQLException {
        upsert.setString(1, received.subject());
        upsert.setString(2, received.noun());
        upsert.setString(3, received.key());
        upsert.setLong(4, received.sequence());
        upsert.setString(5, received.type());
        upsert.setString(6, received.classification());
        upsert.setString(7, received.data().toString());
        upsert.setObject(8, received.happenedAt().atOffset(ZoneOffset.UTC));
        upsert.addBatch();
    }

    private static int sum(int... counts) {
        return Arrays.stream(counts).sum();
    }

    /**
     * Whether the database is well but will never take these data: SQLSTATE classes 22 and 23, and 54 for what is larger than
     * an index or a type may be.
     */
    static boolean refusesData(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }
}
