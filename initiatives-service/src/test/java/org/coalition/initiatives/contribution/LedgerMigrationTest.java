package org.coalition.initiatives.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database in which lines and ledgers were kept before knows their figures afterwards. */
class LedgerMigrationTest {
    private static final String SCHEMA = "before_the_stages";

    @Test
    void whatWasRecordedBeforeIsCounted() throws SQLException {
        migrate("2");
        execute("""
                ALTER TABLE initiative DISABLE TRIGGER USER;
                ALTER TABLE contribution DISABLE TRIGGER USER;
                INSERT INTO initiative
                  (id, version, created_at, updated_at, title, aspect, support_measures, expected_outcomes, lead_parties, participants,
                   recipients, visibility, visible_to, status)
                VALUES ('0190aaaa-0000-7000-8000-000000000001', 1, now(), now(), 'x', 'TRAINING', '{}', '{}', '{GB}', '{}', '{}', 'PUBLIC',
                        '{}', 'PIPELINE');
                INSERT INTO contribution
                  (id, version, created_at, updated_at, initiative_id, party, track, instrument, description, currency)
                SELECT ('0190aaaa-0000-7000-8000-00000000001' || n)::uuid, 1, now(), now(), '0190aaaa-0000-7000-8000-000000000001', 'FR',
                       'MILITARY', 'GRANT', 'x', 'EUR' FROM generate_series(1, 2) n;
                INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by)
                SELECT gen_random_uuid(), '0190aaaa-0000-7000-8000-000000000011', n, kind, amount, '2026-01-12',
                       '2026-01-12T10:00:00Z'::timestamptz + n * interval '1 minute', 'x'
                FROM (VALUES (1, 'PLEDGE', 10.50), (2, 'COMMITMENT', 4), (3, 'COMMITMENT', 3)) e (n, kind, amount);
                ALTER TABLE initiative ENABLE TRIGGER USER;
                ALTER TABLE contribution ENABLE TRIGGER USER;""");
        migrate("3");
        assertEquals("11 10.50 7 3 2026-01-12 10:03:00, 12 0 0 0 null", text("""
                        SELECT string_agg(concat_ws(' ', right(id::text, 2), pledged, committed, entry_count,
                          coalesce((last_entry_at AT TIME ZONE 'UTC')::text, 'null')), ', ' ORDER BY id) FROM contribution"""));
        assertEquals(
                "0",
                text("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D' AND tgrelid = 'contribution'::regclass"));
    }

    private static void migrate(String target) {
        Flyway flyway = Flyway.configure()
                .dataSource(
                        System.getProperty("quarkus.datasource.jdbc.url"),
                        System.getProperty("quarkus.datasource.username"),
                        System.getProperty("quarkus.datasource.password"))
                .schemas(SCHEMA)
                .locations("classpath:db/defaults", "classpath:db/inbox", "classpath:db/migration")
                .placeholders(Map.of("write_guard", "true"))
                .target(target)
                .load();
        assertEquals(true, flyway.migrate().success);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertEquals(true, row.next());
            return row.getString(1);
        }
    }

    private static Connection database() throws SQLException {
        Connection connection = MeetingsService.database();
        connection.setSchema(SCHEMA);
        return connection;
    }
}
