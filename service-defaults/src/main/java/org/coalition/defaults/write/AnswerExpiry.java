package org.coalition.defaults.write;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.coalition.defaults.outbox.LeaderDuty;

/** Forgets answers that are older than they are kept for. */
@Singleton
class AnswerExpiry implements LeaderDuty {
    /** So few that the events that come meanwhile hardly wait. */
    private static final int MOST = 1_000;

    private static final String DELETE = """
            DELETE FROM idempotent_answer WHERE (caller, key) IN (
              SELECT caller, key FROM idempotent_answer
              WHERE answered_at < clock_timestamp() - make_interval(secs => ?)
              ORDER BY answered_at LIMIT ? FOR UPDATE SKIP LOCKED)""";

    private final WriteConfig config;

    AnswerExpiry(WriteConfig config) {
        this.config = config;
    }

    @Override
    public Duration every() {
        return config.cleanUpEvery();
    }

    @Override
    public boolean perform(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setDouble(1, config.keep().toSeconds());
            delete.setInt(2, MOST);
            return delete.executeUpdate() == MOST;
        }
    }
}
