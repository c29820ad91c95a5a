package org.coalition.acceptance.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.coalition.local.stack.Folders;
import org.coalition.local.stack.PostgreSql;

/**
 * A physical backup of a PostgreSQL that is running and written to, by its low-level interface: the binaries of the stack have neither
 * pg_basebackup nor pg_dump. What an operator of CloudNativePG gets is the same in substance.
 */
final class BaseBackup {
    private final Path copy;

    private BaseBackup(Path copy) {
        this.copy = copy;
    }

    static BaseBackup of(PostgreSql server, Path copy) throws SQLException, IOException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('test', true)");
            Folders.copy(server.files(), copy);
            try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                row.next();
                Files.writeString(copy.resolve("backup_label"), row.getString(1));
            }
            // What was written while the files were copied.
            Folders.copy(server.files().resolve("pg_wal"), copy.resolve("pg_wal"));
        }
        Files.delete(copy.resolve("postmaster.pid"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        return new BaseBackup(copy);
    }

    /** Puts it in the place of whatever this server, which does not run, has. */
    void restoreTo(PostgreSql server) throws IOException {
        Folders.delete(server.files());
        Files.move(copy, server.files());
    }
}
