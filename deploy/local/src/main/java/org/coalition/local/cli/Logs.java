package org.coalition.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coalition.local.process.Await;
import org.coalition.local.process.LogFile;
import org.coalition.local.process.StackFailure;

/** Prints the end of a log and, if asked, what is added to it. */
final class Logs {
    private static final int LINES = 200;
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Path file;
    private final PrintStream out;
    private long position;

    Logs(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    void print(boolean follow) {
        if (!Files.exists(file)) {
            throw new StackFailure("there is no log yet: " + file);
        }
        position = file.toFile().length();
        new LogFile(file).last(LINES).forEach(out::println);
        if (follow) {
            Await.until(FOREVER, () -> {
                printAdded();
                return out.checkError();
            });
        }
    }

    private void printAdded() {
        try (RandomAccessFile added = new RandomAccessFile(file.toFile(), "r")) {
            // Shorter than before: the log was moved away at a restart and begins anew.
            position = Math.min(position, added.length());
            byte[] bytes = new byte[(int) Math.min(1 << 20, added.length() - position)];
            added.seek(position);
            added.readFully(bytes);
            out.write(bytes, 0, bytes.length);
            out.flush();
            position += bytes.length;
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
