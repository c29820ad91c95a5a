package org.coalition.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A copy of resources, a file for each, that stays right whatever is told twice, late or after a crash: the last version wins. Here it is
 * files; in a database it is one statement, {@code INSERT … ON CONFLICT (subject) DO UPDATE … WHERE excluded.sequence > copy.sequence}.
 */
final class LocalCopy {
    private final Path folder;

    LocalCopy(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What became of an event. */
    enum Taken {
        KEPT,
        /** It is not newer than what is here. */
        DROPPED,
        /** It was kept, but one before it has not come: somebody has to look. */
        GAP
    }

    /**
     * Takes an event about a resource.
     *
     * @param sequence the version of the resource
     * @param start whether it begins anew, so that nothing before it is missed
     * @param after the resource; null if it may no longer be known of
     */
    synchronized Taken take(String subject, long sequence, boolean start, String after) {
        long known = sequence(subject);
        if (sequence <= known) {
            return Taken.DROPPED;
        }
        write(subject, sequence, after == null ? "" : after);
        return known > 0 && sequence > known + 1 && !start ? Taken.GAP : Taken.KEPT;
    }

    /** The version that is here; 0 if there is none. */
    private long sequence(String subject) {
        try {
            Path file = file(subject);
            return Files.exists(file)
                    ? Long.parseLong(Files.readString(file).lines().findFirst().orElseThrow())
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever dies in here leaves the old file or the new one, never half of one. What is withheld leaves its version behind. */
    private void write(String subject, long sequence, String after) {
        try {
            Path written = Files.writeString(folder.resolve("writing"), sequence + "\n" + after);
            Files.move(written, file(subject), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String subject) {
        return folder.resolve(subject.substring(1).replace('/', '~'));
    }
}
