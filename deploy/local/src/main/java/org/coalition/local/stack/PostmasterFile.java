package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's own lock on its files. After a crash its process id may belong to something else by now, and PostgreSQL then
 * refuses to start.
 */
record PostmasterFile(Path folder) {
    /** Call when no server of ours runs on these files. */
    void deleteIfStale() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (Files.exists(file) && !isPostgres(Files.readAllLines(file))) {
            Files.delete(file);
        }
    }

    private static boolean isPostgres(List<String> lines) {
        try {
            return !lines.isEmpty()
                    && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .flatMap(process -> process.info().command())
                            .filter(command -> command.endsWith("/postgres"))
                            .isPresent();
        } catch (NumberFormatException garbled) {
            return false;
        }
    }
}
