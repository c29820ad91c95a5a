package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    @Test
    void oursOnlyAdd() {
        assertEquals(List.of(), Migrations.faultsAfter("0.7"));
    }

    /** What is refused below is only sure to end if a lock is not waited for without end. */
    @Test
    void noLockIsWaitedForWithoutEnd() throws IOException {
        assertTrue(Files.readString(Path.of("src/main/resources/META-INF/microprofile-config.properties"))
                .contains("-c lock_timeout=5s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE meeting;",
                "ALTER TABLE meeting DROP COLUMN title;",
                "ALTER TABLE meeting DROP title;",
                "ALTER TABLE meeting ADD place text, DROP title CASCADE;",
                "ALTER TABLE meeting ALTER title DROP DEFAULT;",
                "ALTER TABLE meeting RENAME TO gathering;",
                "ALTER TABLE meeting RENAME COLUMN title TO name;",
                "ALTER TABLE meeting\n  ALTER COLUMN title SET NOT NULL;",
                "ALTER TABLE meeting ADD COLUMN cost numeric(10, 2) NOT NULL;",
                "ALTER TABLE meeting ADD place text, ADD cost numeric NOT NULL, ADD currency text;",
                "ALTER TABLE meeting ALTER COLUMN title TYPE varchar(10);",
                "ALTER TABLE meeting ALTER title SET DATA TYPE varchar(10);",
                "ALTER TABLE meeting ADD CHECK (title <> '');",
                "ALTER TABLE meeting ADD CONSTRAINT one UNIQUE (title);",
                "CREATE INDEX meeting_by_title ON meeting (title);",
                "CREATE UNIQUE INDEX ON meeting (title);",
                "TRUNCATE meeting;",
                "LOCK TABLE meeting;",
                "SET lock_timeout = 0;",
                "ALTER TABLE meeting ADD place text;\nALTER TABLE decision ADD place text;",
                "CREATE TABLE place (id uuid PRIMARY KEY);\nALTER TABLE meeting DROP COLUMN place;"
            })
    void whatAnOlderVersionCouldNotLiveWithIsRefused(String script) {
        assertEquals(1, Migrations.faults(script).size(), () -> Migrations.faults(script)
                .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE meeting ADD COLUMN place text;",
                "ALTER TABLE meeting ADD cost numeric(10, 2) NOT NULL DEFAULT 0, ADD note text CHECK (note <> '');",
                "ALTER TABLE meeting DROP CONSTRAINT one, ALTER title DROP NOT NULL;",
                "CREATE INDEX CONCURRENTLY meeting_by_title ON meeting (title);",
                "DROP INDEX meeting_by_title;",
                "CREATE TABLE place (id uuid PRIMARY KEY);\nCREATE INDEX place_by_id ON place (id);\nALTER TABLE place ADD CHECK (id <> null);",
                "-- DROP TABLE meeting;\nSELECT 'DROP TABLE meeting;';",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DROP TABLE meeting; $$;",
                "-- since 1.4: nothing reads it any more\nALTER TABLE meeting DROP COLUMN title;"
            })
    void whatOnlyAddsIsTaken(String script) {
        assertEquals(List.of(), Migrations.faults(script));
    }
}
