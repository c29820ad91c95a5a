package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Files that nobody else reads, and that are there whole or not at all. */
final class SecretFile {
    private SecretFile() {}

    static void write(Path file, List<String> lines) throws IOException {
        Path draft = Files.createTempFile(
                folder(file.getParent()), file.getFileName().toString(), ".draft", permissions("rw-------"));
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A folder that nobody else looks into. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, permissions("rwx------"));
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
