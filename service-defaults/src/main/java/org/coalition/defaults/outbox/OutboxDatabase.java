package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Opens the relay's own connections. They do not come from the service's pool, so that requests that exhaust it cannot hold up
 * the relay, nor the relay them. Every wait on them is bounded.
 */
final class OutboxDatabase {
    /**
     * A settle that PostgreSQL forgets in a crash breaks the connection as well, and the read-back that follows finds what it
     * had settled: so nothing is gained by waiting for the disk. Plans are made anew, because one that was made while the queue
     * was empty would sort a long backlog at every step.
     */
    private static final String SETTINGS = "SET synchronous_commit = off; SET plan_cache_mode = force_custom_plan;"
            + " SET statement_timeout = '5s'; SET lock_timeout = '2s'; SET idle_in_transaction_session_timeout = '10s'";

    private final String url;
    private final Properties properties = new Properties();

    OutboxDatabase(String url, String user, String password, Map<String, String> more) {
        this.url = url;
        properties.putAll(more);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "8");
        properties.setProperty("tcpKeepAlive", "true");
    }

    Connection open(String purpose) throws SQLException {
        Properties named = new Properties();
        named.putAll(properties);
        named.setProperty("ApplicationName", purpose);
        Connection connection = new Driver().connect(url, named);
        if (connection == null) {
            throw new SQLException("The relay needs a jdbc:postgresql address");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
