package org.coalition.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Prometheus' own checker, which Debian's package {@code prometheus} has. Where it is not on the PATH the build says in one line that it
 * goes on without it, unless {@code -Dpromtool=required} says otherwise.
 */
final class Promtool {
    private Promtool() {}

    /** Fails with what it says if it finds a fault. */
    static void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("promtool", ".out");
        try {
            int status = start(command, output).onExit().join().exitValue();
            if (status != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    private static Process start(List<String> command, Path output) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException missing) {
            if ("required".equals(System.getProperty("promtool"))) {
                throw missing;
            }
            System.err.println("[WARNING] The alerts are not tried, for want of promtool: " + missing.getMessage());
            return Assumptions.abort("no promtool");
        }
    }
}
