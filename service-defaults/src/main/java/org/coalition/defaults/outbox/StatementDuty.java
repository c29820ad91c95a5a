package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A duty that the database does by itself, in one statement. */
public abstract class StatementDuty implements LeaderDuty {
    private final String statement;

    /** @param statement with a question mark for each of the {@link #values()} */
    protected StatementDuty(String statement) {
        this.statement = statement;
    }

    /** The values for this time, as JDBC takes them. */
    protected abstract List<?> values();

    @Override
    public final boolean perform(Connection connection) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            List<?> values = values();
            for (int i = 0; i < values.size(); i++) {
                prepared.setObject(i + 1, values.get(i));
            }
            prepared.execute();
            return false;
        }
    }
}
