package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Files that nobody else reads, and that are there whole or not at all. */
final class SecretFile {
    private SecretFile() {}

    static void write(Path file, List<String> lines) throws IOException {
        Path draft = Files.createTempFile(
                Files.createDirectories(file.getParent()),
                file.getFileName().toString(),
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
