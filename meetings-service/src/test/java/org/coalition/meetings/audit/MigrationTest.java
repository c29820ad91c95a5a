package org.coalition.meetings.audit;

import static org.coalition.meetings.MeetingsDatabase.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database in which a service's own migrations have run takes a newer one that is common to all services. */
@QuarkusTest
class MigrationTest {
    private static final String USER = System.getProperty("quarkus.datasource.username");
    private static final String PASSWORD = System.getProperty("quarkus.datasource.password");

    /** As the database was before the chains. */
    private static final String UNCHAINED = """
            DROP TRIGGER chained ON audit_entry;
            DROP FUNCTION chain_entry, audit_hash, audit_field;
            DROP TABLE audit_seal, audit_unsealed;
            DROP INDEX audit_entry_by_time, audit_entry_by_noun, audit_entry_by_party, audit_entry_by_actor;
            ALTER TABLE audit_entry DROP COLUMN hash;
            DELETE FROM flyway_schema_history WHERE version = '0.2';
            INSERT INTO audit_entry (at, actor, action, noun, aggregate_id, aggregate_version, after, request_id)
              SELECT now(), 'somebody', 'org.coalition.meeting.drafted.v1', 'meeting',
                     '0198d2f0-0000-7000-8000-000000000001', version, '{}', 'trace' FROM generate_series(1, 3) version""";

    @Inject
    Flyway flyway;

    @Test
    void anExistingDatabaseIsChained() throws SQLException {
        execute("CREATE DATABASE existing");
        String url = System.getProperty("quarkus.datasource.jdbc.url").replaceFirst("[^/]*$", "existing");
        Flyway existing = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, USER, PASSWORD)
                .load();
        int all = existing.migrate().migrationsExecuted;
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(UNCHAINED);
            assertEquals(1, existing.migrate().migrationsExecuted);
            assertEquals(0, existing.migrate().migrationsExecuted);
            assertEquals(3, number(statement, "SELECT count(DISTINCT hash) FROM audit_entry"));
            assertEquals(3, number(statement, "SELECT count(*) FROM audit_unsealed"));
            assertEquals(all, number(statement, "SELECT count(*) FROM flyway_schema_history WHERE success"));
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
