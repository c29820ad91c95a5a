package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Checks of what waits for a seal that it is there. */
final class QueueWalk implements Walk {
    private static final String GONE = """
            SELECT u.entry_id FROM audit_unsealed u
            WHERE u.entry_id > ? AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = u.entry_id)
            ORDER BY u.entry_id LIMIT 1""";

    private final Connection connection;

    QueueWalk(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Stretch from(String after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GONE)) {
            select.setLong(1, after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Stretch.broken(0, 1, row.getString(1), gone(row.getLong(1))) : Stretch.end(0, 0);
            }
        }
    }

    private static BrokenLink gone(long entry) {
        return BrokenLink.ofEntry(LinkRule.MISSING_ENTRY, entry, null, "The entry waits for a seal, but it is gone.");
    }
}
