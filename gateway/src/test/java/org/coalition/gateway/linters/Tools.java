package org.coalition.gateway.linters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not of Java, and so need not be everywhere. Where one is missing the build says so and goes on without what it
 * checks, unless {@code -Dlinters=required} says otherwise.
 */
final class Tools {
    private Tools() {}

    /** Thrown where a tool is not there, or cannot be fetched. */
    static final class Missing extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Missing(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static <T> T orGoOnWithout(Supplier<T> use) {
        try {
            return use.get();
        } catch (CompletionException | Missing e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            if (!(cause instanceof Missing) || "required".equals(System.getProperty("linters"))) {
                throw e;
            }
            Logger.getLogger(Tools.class).warnf("The contract is not checked: %s", cause.getMessage());
            return Assumptions.abort(cause.getMessage());
        }
    }

    /** Runs it in a folder; what it writes goes to a file, and its complaints to one beside. */
    static int run(Path folder, Path output, List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors(output).toFile());
        process.environment().put("REDOCLY_TELEMETRY", "off");
        process.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process started;
        try {
            started = process.start();
        } catch (IOException absent) {
            throw new Missing(command.get(0) + " is not there", absent);
        }
        return started.onExit().join().exitValue();
    }

    /** What a program complained of whose output goes to this file. */
    static String complaints(Path output) throws IOException {
        return Files.readString(errors(output));
    }

    private static Path errors(Path output) {
        return output.resolveSibling(output.getFileName() + ".errors");
    }
}
